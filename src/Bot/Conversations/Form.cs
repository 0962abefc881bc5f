using System.Text.Json.Serialization;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Conversations;

/// <summary>Something being asked over several messages. A closed set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(BindingLicense), "bindingLicense")]
[JsonDerivedType(typeof(BindingCode), "bindingCode")]
[JsonDerivedType(typeof(UnbindConfirm), "unbindConfirm")]
[JsonDerivedType(typeof(WhichShop), "whichShop")]
[JsonDerivedType(typeof(ComplaintText), "complaintText")]
[JsonDerivedType(typeof(CallBackOffer), "callBackOffer")]
internal abstract record Form
{
    private Form()
    {
    }

    /// <summary>When the form is forgotten.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Waiting for the licence number.</summary>
    public sealed record BindingLicense : Form;

    /// <summary>Waiting for the code that was sent to the registered phone.</summary>
    /// <param name="License">The licence to bind.</param>
    /// <param name="CodeHash">Salted hash of the code: the log never holds the code.</param>
    /// <param name="WrongTries">Wrong codes so far.</param>
    public sealed record BindingCode(LicenseNumber License, string CodeHash, int WrongTries) : Form;

    /// <summary>Waiting for the yes to unbinding.</summary>
    public sealed record UnbindConfirm : Form;

    /// <summary>Waiting for which of the phone's shops it is about.</summary>
    /// <param name="Shops">The shops in the order of their numbers.</param>
    /// <param name="Question">What was asked before the shop was known, to be answered then; null when nothing was.</param>
    public sealed record WhichShop(IReadOnlyList<LicenseNumber> Shops, Inbound? Question) : Form;

    /// <summary>Waiting for the words of a complaint, or for the yes to the words that were already there.</summary>
    public sealed record ComplaintText(string? Draft) : Form;

    /// <summary>A person was offered; waiting for yes or no.</summary>
    public sealed record CallBackOffer(string Question) : Form;
}
