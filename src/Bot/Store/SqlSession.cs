using System.Data.Common;

namespace ServiceBot.Bot.Store;

/// <summary>One connection with its statements kept prepared, so that a repeated statement is parsed once.</summary>
internal sealed class SqlSession(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    public DbConnection Connection { get; } = connection;

    /// <summary>The transaction that the statements run in, when there is one.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <summary>Runs a statement; returns the rows it touched.</summary>
    public Task<int> ExecuteAsync(
        string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        Command(sql, parameters).ExecuteNonQueryAsync(cancellationToken);

    /// <summary>Runs a query of one value; null when there is no row.</summary>
    public async Task<object?> ScalarAsync(
        string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        var value = await Command(sql, parameters).ExecuteScalarAsync(cancellationToken);
        return value is DBNull ? null : value;
    }

    /// <summary>Runs a query and reads its rows.</summary>
    public async Task<List<T>> QueryAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters)
    {
        await using var reader = await Command(sql, parameters).ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }

        await Connection.DisposeAsync();
    }

    private DbCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            _commands.Add(sql, command);
        }

        command.Transaction = Transaction;
        for (var index = 0; index < parameters.Length; index++)
        {
            command.Parameters[index].Value = Storable(parameters[index].Value);
        }

        return command;
    }

    /// <summary>PostgreSQL takes no NUL in a text, and people and programs send some.</summary>
    private static object Storable(object? value) => value switch
    {
        null => DBNull.Value,
        string text => text.Replace('\0', '\uFFFD'),
        _ => value,
    };
}
