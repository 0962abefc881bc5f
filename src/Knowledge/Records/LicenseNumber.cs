using System.Diagnostics.CodeAnalysis;

namespace ServiceBot.Knowledge;

/// <summary>A tobacco retail licence number (许可证号): exactly 12 digits. It names a retailer everywhere.</summary>
public readonly record struct LicenseNumber
{
    private LicenseNumber(string value) => Value = value;

    /// <summary>The 12 digits.</summary>
    public string Value { get; }

    /// <summary>Reads 12 ASCII digits; surrounding white space is allowed.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LicenseNumber license)
    {
        var trimmed = text?.Trim();
        var valid = trimmed is { Length: 12 } && trimmed.All(char.IsAsciiDigit);
        license = valid ? new LicenseNumber(trimmed!) : default;
        return valid;
    }

    /// <summary>Reads 12 digits.</summary>
    /// <exception cref="FormatException">The text is not 12 digits.</exception>
    public static LicenseNumber Parse(string text) =>
        TryParse(text, out var license) ? license : throw new FormatException("A licence number is 12 digits.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
