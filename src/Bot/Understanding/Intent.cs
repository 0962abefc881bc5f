namespace ServiceBot.Bot.Understanding;

/// <summary>What a retailer wants, by the contract's labels.</summary>
public enum Intent
{
    SupplyQuota,
    Arrival,
    NewBrand,
    Price,
    SettlementBalance,
    Complaint,
    Hotline,
    HumanHandoff,
    OrderDay,
    Delivery,
    Policy,
    ManagerContact,
    Bind,
    Subscribe,
    StopSubscription,
    Faq,
    Greeting,
    Thanks,
    Goodbye,
    Help,
    OutOfScope,
}

/// <summary>The contract's written labels, such as <c>supply_quota</c>.</summary>
public static class IntentLabels
{
    private static readonly Dictionary<Intent, string> Labels =
        Enum.GetValues<Intent>().ToDictionary(intent => intent, intent => ToSnakeCase(intent.ToString()));

    private static readonly Dictionary<string, Intent> Intents =
        Labels.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>
    /// True for what is answered with something of the trade; false for small talk, help, a person being wanted and out of
    /// scope, which do no harm where they are not meant.
    /// </summary>
    public static bool IsBusiness(this Intent intent) => intent is not (Intent.Greeting or Intent.Thanks or Intent.Goodbye
        or Intent.Help or Intent.HumanHandoff or Intent.OutOfScope);

    /// <summary>The written label.</summary>
    public static string ToLabel(this Intent intent) => Labels[intent];

    /// <summary>Reads a label; false when there is no such intent.</summary>
    public static bool TryParse(string label, out Intent intent) => Intents.TryGetValue(label, out intent);

    private static string ToSnakeCase(string name) =>
        string.Concat(name.Select((letter, index) =>
            char.IsUpper(letter) ? (index == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
