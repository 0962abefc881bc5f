using ServiceBot.Fixtures;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(RedisServer))]

// Each journey starts real processes; side by side they would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
