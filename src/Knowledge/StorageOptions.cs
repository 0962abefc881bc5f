using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ServiceBot.Knowledge;

/// <summary>Section <c>Storage</c>: where everything is kept.</summary>
public sealed class StorageOptions
{
    /// <summary>Folder of the SQLite files, the embedded store's socket and the trained model. Made when absent.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>The store of record.</summary>
    [ValidateObjectMembers]
    public DatabaseOptions Database { get; set; } = new();

    /// <summary>
    /// A StackExchange.Redis connection string, cluster included; empty for the embedded Redis-compatible store.
    /// </summary>
    public string Redis { get; set; } = "";
}

/// <summary>Section <c>Storage:Database</c>.</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    /// <summary><c>sqlite</c> or <c>postgresql</c>.</summary>
    [RegularExpression("^(sqlite|postgresql)$", ErrorMessage = "Storage:Database:Provider is sqlite or postgresql.")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>Needed for PostgreSQL; for SQLite empty means files in the data directory.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>True for PostgreSQL.</summary>
    public bool IsPostgres => Provider == "postgresql";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsPostgres && ConnectionString.Length == 0)
        {
            yield return new ValidationResult(
                "Storage:Database:ConnectionString is needed for postgresql.", [nameof(ConnectionString)]);
        }
    }
}

/// <summary>Validates <see cref="StorageOptions"/> at start.</summary>
[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
