using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceBot.Knowledge.Import;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;

namespace ServiceBot.Knowledge.Store;

/// <summary>The JSON of versions in the store and of cached values in Redis.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LicenseJson), typeof(TierJson), typeof(CellsJson), typeof(OrderDayJson)])]
[JsonSerializable(typeof(FusionCacheDistributedEntry<TradeBookData>))]
[JsonSerializable(typeof(FusionCacheDistributedEntry<RetailerFile>))]
[JsonSerializable(typeof(FusionCacheDistributedEntry<List<LicenseNumber>>))]
[JsonSerializable(typeof(FusionCacheDistributedEntry<List<string>>))]
[JsonSerializable(typeof(IReadOnlyList<TableChange>))]
[JsonSerializable(typeof(Dictionary<TradeTable, DateTimeOffset>))]
internal sealed partial class TradeJson : JsonSerializerContext;

/// <summary>A licence number as its 12 digits.</summary>
internal sealed class LicenseJson : JsonConverter<LicenseNumber>
{
    public override LicenseNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LicenseNumber.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, LicenseNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

/// <summary>A tier as its number.</summary>
internal sealed class TierJson : JsonConverter<Tier>
{
    public override Tier Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, Tier value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}

/// <summary>Cells in their written form.</summary>
internal sealed class CellsJson : JsonConverter<TierCells>
{
    public override TierCells Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TierCells.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, TierCells value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>An order day as day and week parity, such as <c>Thursday/Odd</c>.</summary>
internal sealed class OrderDayJson : JsonConverter<OrderDay>
{
    public override OrderDay Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = reader.GetString()!.Split('/');
        return new OrderDay(Enum.Parse<DayOfWeek>(parts[0]), Enum.Parse<WeekParity>(parts[1]));
    }

    public override void Write(Utf8JsonWriter writer, OrderDay value, JsonSerializerOptions options) =>
        writer.WriteStringValue($"{value.Day}/{value.Weeks}");
}
