using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Phrases;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>
/// Signs a retailer in: licence number → code at the registered phone → session. Whether a licence exists, and anything of
/// its phone, is told to nobody before the code: the same steps are done and the same is said for every number.
/// </summary>
internal sealed class SignIns(
    KnowledgeBase knowledge, BindingCodes codes, SignInStore store, OutboxSignal outbox, PhraseBook phrases)
{
    /// <summary>Most codes asked for from one address in a day: a mobile network puts many retailers behind one.</summary>
    public const int MostCodesFromAddress = 20;

    /// <summary>Most wrong codes from one address in a day.</summary>
    public const int MostGuessesFromAddress = 20;

    /// <summary>The hash of a code that nobody has.</summary>
    public static string Unanswerable() => BindingCodes.Hash(BrowserSecret.Create());

    /// <summary>Sends a code for a licence.</summary>
    /// <param name="license">As typed.</param>
    /// <param name="from">Where from.</param>
    /// <param name="former">The sign-in that this browser had begun before; its code is no longer good.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<SignInBegun> BeginAsync(
        LicenseNumber license, ConversationKey from, string? former, CancellationToken cancellationToken)
    {
        if (!codes.CanSend)
        {
            return new SignInBegun.Unavailable();
        }

        var message = MessageTo(await knowledge.RetailerAsync(license, cancellationToken));
        var begun = await store.AddAsync(new NewSignIn(license, from, former, message), cancellationToken);
        outbox.Set();
        return begun;
    }

    /// <summary>The licence of a sign-in that waits for its code; null when there is none.</summary>
    public async Task<LicenseNumber?> LicenseOfAsync(string secret, CancellationToken cancellationToken) =>
        (await store.FindAsync(secret, cancellationToken))?.License;

    /// <summary>Takes a code.</summary>
    public async Task<CodeOutcome> FinishAsync(
        string secret, string code, ConversationKey from, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(secret, cancellationToken) is not { } waiting)
        {
            return new CodeOutcome.Expired();
        }

        // The code is good for the holder whom it was sent to: one who took the shop over meanwhile is somebody else.
        var retailer = await knowledge.RetailerAsync(waiting.License, cancellationToken);
        var holder = retailer is null ? "" : Holder.Of(retailer);
        var isRight = BindingCodes.IsRight(BindingCodes.AnswerOf(code, holder), waiting.CodeHash) && retailer is not null;
        return await store.TryAsync(
            new CodeTry(secret, from, waiting.License, isRight ? holder : null), cancellationToken);
    }

    /// <summary>The code for a retailer's phone; null when it would go nowhere, made all the same.</summary>
    private CodeMessage? MessageTo(Retailer? retailer)
    {
        var (code, minutes) = (BindingCodes.Create(), (int)BindingCodes.Lifetime.TotalMinutes);
        var text = phrases.Say(Sentences.SignInCodeMessage, ("code", code), ("minutes", minutes));
        var hash = BindingCodes.Hash(BindingCodes.AnswerOf(code, retailer is null ? "" : Holder.Of(retailer)));
        return retailer is { Phone.Length: > 0 }
            ? new CodeMessage(BindingCodes.AddressOf(retailer.Phone), MessageOf(text, code, minutes), hash)
            : null;
    }

    private static Reply MessageOf(string text, string code, int minutes) => Reply.OfText(text) with
    {
        Notice = new Notice(BindingCodes.NoticeName, new Dictionary<string, string> { ["code"] = code, ["minutes"] = $"{minutes}" }),
    };
}
