using System.Text.RegularExpressions;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>
/// Binds a sender to a licence: licence number → code at the registered phone → bound. Private figures come only after it.
/// </summary>
internal sealed partial class BindSkill : ISkill
{
    /// <summary>How long the bot waits for a licence number or a yes.</summary>
    internal static readonly TimeSpan FormLasts = TimeSpan.FromMinutes(30);

    private readonly KnowledgeBase _knowledge;
    private readonly BindingCodes _codes;
    private readonly Guesses _guesses;
    private readonly PhraseBook _phrases;

    public BindSkill(KnowledgeBase knowledge, BindingCodes codes, Guesses guesses, PhraseBook phrases) =>
        (_knowledge, _codes, _guesses, _phrases) = (knowledge, codes, guesses, phrases);

    /// <inheritdoc/>
    public Intent Intent => Intent.Bind;

    /// <inheritdoc/>
    public bool ForRetailersOnly => false;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        // The registered phone is known from its message: nothing to bind, and unbound it would be bound again at once.
        if (turn.Retailer is { } own && own.Phone == turn.Message.Phone)
        {
            return Decision.Say(Say(turn, Sentences.OwnPhoneStays, ("shop", own.ShopName)));
        }

        if (Unbind().IsMatch(turn.Words))
        {
            return AskToUnbind(turn);
        }

        if (turn.Conversation.Retailer is { } bound)
        {
            return Decision.Say(Say(turn, 
                Sentences.AlreadyBound, ("shop", turn.Retailer?.ShopName ?? bound.Value), ("tail", bound.Value[^4..])));
        }

        return LicenseIn(turn) is { } license
            ? await SendCodeAsync(turn, license, cancellationToken)
            : AskLicense(turn, Sentences.BindAskLicense);
    }

    /// <summary>Takes the next message of a binding form; null when it is about something else.</summary>
    internal async ValueTask<Decision?> ContinueAsync(Turn turn, Form form, CancellationToken cancellationToken) => form switch
    {
        Form.BindingLicense => LicenseIn(turn) is { } license
            ? await SendCodeAsync(turn, license, cancellationToken)
            : OnlyDigits().IsMatch(turn.Words) && !NamesTicket(turn) ? AskLicense(turn, Sentences.BindLicenseShape) : null,
        Form.BindingCode code => await CodeAsync(turn, code, cancellationToken),
        Form.UnbindConfirm => Confirmed(turn),
        _ => null,
    };

    /// <summary>A code that comes too late is told so; anything else is no longer about binding.</summary>
    internal Decision? Expired(Turn turn, Form form) =>
        form is Form.BindingCode && CodeIn(turn) is not null ? Close(turn, Sentences.BindCodeExpired) : null;

    private async ValueTask<Decision?> CodeAsync(Turn turn, Form.BindingCode form, CancellationToken cancellationToken)
    {
        var words = turn.Understood?.Text.Trim() ?? "";
        if (CodeIn(turn) is { } code)
        {
            return await TryCodeAsync(turn, form, code, cancellationToken);
        }

        if (Resend().IsMatch(words))
        {
            return await SendCodeAsync(turn, form.License, cancellationToken);
        }

        return LicenseIn(turn) is { } other
            ? await SendCodeAsync(turn, other, cancellationToken)
            : OnlyDigits().IsMatch(words) ? Decision.Say(Say(turn, Sentences.BindCodeShape)) : null;
    }

    /// <summary>Every code counts as a guess at its licence, from wherever and on however many forms.</summary>
    private async ValueTask<Decision> TryCodeAsync(Turn turn, Form.BindingCode form, string code, CancellationToken cancellationToken)
    {
        var subject = Guesses.At(form.License);
        if (await _guesses.AreUsedUpAsync(subject, cancellationToken))
        {
            return Close(turn, Sentences.CodesGuessedTooOften);
        }

        if (await _knowledge.RetailerAsync(form.License, cancellationToken) is not { } retailer)
        {
            return Close(turn, Sentences.BindLicenseUnknown);
        }

        var isRight = BindingCodes.IsRight(BindingCodes.AnswerOf(code, Holder.Of(retailer)), form.CodeHash);
        var decision = isRight ? Bound(turn, retailer) : Wrong(turn, form);
        return decision with { Guess = new Guess(subject, IsWrong: !isRight) };
    }

    private async ValueTask<Decision> SendCodeAsync(Turn turn, LicenseNumber license, CancellationToken cancellationToken)
    {
        if (turn.Message.Audience == Audience.Public)
        {
            return Close(turn, Sentences.BindPrivately);
        }

        var from = Guesses.From(turn.Conversation.Key);
        if (await _guesses.AreUsedUpAsync(from, cancellationToken))
        {
            return Close(turn, Sentences.GuessedTooOften);
        }

        return await _knowledge.RetailerAsync(license, cancellationToken) is { } retailer
            ? await SendCodeAsync(turn, retailer, cancellationToken)
            : AskLicense(turn, Sentences.BindLicenseUnknown) with { Guess = new Guess(from, IsWrong: true) };
    }

    private async ValueTask<Decision> SendCodeAsync(Turn turn, Retailer retailer, CancellationToken cancellationToken)
    {
        if (retailer.Phone.Length == 0)
        {
            return Close(turn, Sentences.BindNoPhone);
        }

        if (!_codes.CanSend)
        {
            return Close(turn, Sentences.BindUnavailable);
        }

        if (await _guesses.AreUsedUpAsync(Guesses.At(retailer.License), cancellationToken))
        {
            return Close(turn, Sentences.CodesGuessedTooOften);
        }

        if (await _codes.IsUsedUpAsync(retailer.License, turn.Conversation.Key, turn.At, cancellationToken))
        {
            return Close(turn, Sentences.BindTooOften);
        }

        return SendCode(turn, retailer);
    }

    private Decision SendCode(Turn turn, Retailer retailer)
    {
        var code = BindingCodes.Create();
        var minutes = (int)BindingCodes.Lifetime.TotalMinutes;
        var form = new Form.BindingCode(retailer.License, BindingCodes.Hash(BindingCodes.AnswerOf(code, Holder.Of(retailer))), 0) { ExpiresAt = turn.At + BindingCodes.Lifetime };
        return Decision.Say(Say(turn, Sentences.BindCodeSent, ("tail", retailer.Phone[^4..]), ("minutes", minutes)))
            .With(new ConversationEvent.FormChanged(form)) with
        {
            Intent = Intent.Bind,
            Code = new CodeToSend(
                retailer.License,
                BindingCodes.AddressOf(retailer.Phone),
                BindingCodes.Message(_phrases, code)),
        };
    }

    private Decision Bound(Turn turn, Retailer retailer) =>
        Decision.Say(Say(turn, Sentences.Bound, ("shop", retailer.ShopName), ("tier", retailer.Tier))).With(
            new ConversationEvent.RetailerBound(retailer.License, Holder.Of(retailer)),
            new ConversationEvent.FormChanged(null)) with { Intent = Intent.Bind };

    private Decision Wrong(Turn turn, Form.BindingCode form)
    {
        var tries = form.WrongTries + 1;
        return tries >= BindingCodes.MostWrongTries
            ? Close(turn, Sentences.BindCodeSpent)
            : Decision.Say(Say(turn, Sentences.BindCodeWrong, ("left", BindingCodes.MostWrongTries - tries)))
                .With(new ConversationEvent.FormChanged(form with { WrongTries = tries })) with { Intent = Intent.Bind };
    }

    private Decision AskLicense(Turn turn, Phrase sentence) =>
        Decision.Say(Say(turn, sentence)).With(new ConversationEvent.FormChanged(
            new Form.BindingLicense { ExpiresAt = turn.At + FormLasts })) with { Intent = Intent.Bind };

    private Decision AskToUnbind(Turn turn) => turn.Conversation.Retailer is { } bound
        ? Decision.Say(Say(turn, Sentences.UnbindAsk, ("shop", turn.Retailer?.ShopName ?? bound.Value)))
            .With(new ConversationEvent.FormChanged(new Form.UnbindConfirm { ExpiresAt = turn.At + FormLasts }))
        : Decision.Say(Say(turn, Sentences.UnbindNothing));

    private Decision? Confirmed(Turn turn)
    {
        var words = turn.Understood?.Text ?? "";
        if (Yes.Is(words))
        {
            return Decision.Say(Say(turn, Sentences.Unbound)).With(new ConversationEvent.RetailerUnbound());
        }

        return Yes.IsNo(words) ? Close(turn, Sentences.UnbindKept) : null;
    }

    /// <summary>The sentence as the turn's channel says it.</summary>
    private string Say(Turn turn, Phrase sentence, params (string Slot, object? Value)[] values) =>
        _phrases.For(turn.Channel).Say(sentence, values);

    private Decision Close(Turn turn, Phrase sentence) =>
        Decision.Say(Say(turn, sentence)).With(new ConversationEvent.FormChanged(null)) with { Intent = Intent.Bind };

    private static LicenseNumber? LicenseIn(Turn turn) =>
        turn.Understood?.Entities.OfType<Entity.LicenseNamed>().FirstOrDefault()?.License;

    private static bool NamesTicket(Turn turn) => turn.Understood?.Entities.OfType<Entity.TicketNamed>().Any() == true;

    /// <summary>The six digits of a message that has little else: 123 456, 验证码是123456.</summary>
    private static string? CodeIn(Turn turn)
    {
        var words = Gap().Replace(turn.Understood?.Text ?? "", "");
        return Code().Match(words) is { Success: true } code ? code.Groups["code"].Value : null;
    }

    [GeneratedRegex("解绑|解除绑定|取消绑定|换绑|不想绑")]
    private static partial Regex Unbind();

    [GeneratedRegex("^重发|没收到|再发|收不到")]
    private static partial Regex Resend();

    [GeneratedRegex("(?<=[0-9])[ -](?=[0-9])")]
    private static partial Regex Gap();

    [GeneratedRegex("^[^0-9]{0,12}(?<code>[0-9]{6})[^0-9]{0,4}$")]
    private static partial Regex Code();

    [GeneratedRegex("^[0-9 -]{4,}$")]
    private static partial Regex OnlyDigits();
}
