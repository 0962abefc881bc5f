using ServiceBot.Fixtures;

[assembly: AssemblyFixture(typeof(PostgresServer))]
