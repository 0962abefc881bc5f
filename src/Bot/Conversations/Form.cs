using System.Text.Json.Serialization;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Conversations;

/// <summary>Something being asked over several messages. A closed set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(BindingLicense), "bindingLicense")]
[JsonDerivedType(typeof(BindingCode), "bindingCode")]
[JsonDerivedType(typeof(UnbindConfirm), "unbindConfirm")]
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

    /// <summary>Waiting for the words of a complaint, or for the yes to the words that were already there.</summary>
    public sealed record ComplaintText(string? Draft) : Form
    {
        /// <summary>Ids of the files that came so far; null for none.</summary>
        public IReadOnlyList<string>? Files { get; init; }

        /// <summary>The provider's references of what came and was not kept as a file, a line each; null for none.</summary>
        public string? References { get; init; }
    }

    /// <summary>A person was offered; waiting for yes or no. On the phone a recording is a yes.</summary>
    public sealed record CallBackOffer(string Question) : Form;
}
