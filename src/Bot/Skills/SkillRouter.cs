using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Gives an intent to its skill: strangers are asked to bind first, unclear products are asked back.</summary>
internal sealed class SkillRouter
{
    private readonly Dictionary<Intent, ISkill> _skills;
    private readonly ProductChoices _choices;
    private readonly PhraseBook _phrases;

    /// <summary>Takes every skill there is.</summary>
    public SkillRouter(IEnumerable<ISkill> skills, ProductChoices choices, PhraseBook phrases)
    {
        _skills = skills.ToDictionary(skill => skill.Intent);
        _choices = choices;
        _phrases = phrases;
    }

    /// <summary>The intents that have a skill.</summary>
    public IReadOnlyCollection<Intent> Intents => _skills.Keys;

    /// <summary>Answers an intent from the products that the message names.</summary>
    public async ValueTask<Decision> AnswerAsync(Turn turn, Intent intent, CancellationToken cancellationToken)
    {
        var skill = _skills[intent];
        if (Refuse(turn, skill) is { } refusal)
        {
            return refusal;
        }

        if (!skill.AboutProducts)
        {
            return Finish(turn, intent, [], await skill.AnswerAsync(turn, [], cancellationToken));
        }

        var mentions = turn.Mentions.ToList();
        var clear = mentions.Where(mention => mention.Candidates.Count == 1 && !mention.BrandOnly)
            .Select(mention => mention.Candidates[0].Product).Distinct().ToList();
        var unclear = mentions.FindAll(mention => mention.Candidates.Count > 1 || mention.BrandOnly);
        if (clear.Count == 0 && unclear.Count > 0)
        {
            return await _choices.AskAsync(turn, intent, unclear, cancellationToken);
        }

        var answered = await AnswerAsync(turn, intent, clear, cancellationToken);
        return unclear.Count == 0 || answered.Reply is null
            ? answered
            : Join(answered, await _choices.AskAsync(turn, intent, unclear, cancellationToken));
    }

    /// <summary>What is clear is answered at once, and what is not is asked back in the same message.</summary>
    private static Decision Join(Decision answered, Decision asked) => answered with
    {
        Reply = new Reply([.. answered.Reply!.Parts, .. asked.Reply!.Parts]),
        Events = [.. answered.Events.Where(happened => happened is not ConversationEvent.ChoiceClosed), .. asked.Events],
    };

    /// <summary>Answers an intent about given products, whatever the message names.</summary>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, Intent intent, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var skill = _skills[intent];
        return Refuse(turn, skill)
            ?? Finish(turn, intent, products, await skill.AnswerAsync(turn, products, cancellationToken));
    }

    /// <summary>Gives a chosen value to the skill that offered it.</summary>
    public async ValueTask<Decision?> ChooseAsync(Turn turn, Intent intent, string value, CancellationToken cancellationToken)
    {
        var skill = _skills[intent];
        return Refuse(turn, skill) ?? await skill.ChooseAsync(turn, value, cancellationToken) switch
        {
            { } decision => decision with { Intent = intent },
            null => null,
        };
    }

    private Decision? Refuse(Turn turn, ISkill skill)
    {
        if (!skill.ForRetailersOnly || turn.Retailer is not null)
        {
            return null;
        }

        // Never product talk or a figure to a stranger; the licence may also have left the table since it was bound.
        var sentence = turn.Conversation.Retailer is null ? Sentences.BindFirst : Sentences.LicenseGone;
        var refusal = Decision.Say(_phrases.For(turn.Channel).Say(sentence)) with { Intent = skill.Intent };
        return turn.Conversation is { Retailer: null, Form: not Form.BindingCode }
            ? refusal.With(new ConversationEvent.FormChanged(
                new Form.BindingLicense { ExpiresAt = turn.At + BindSkill.FormLasts }))
            : refusal;
    }

    /// <summary>
    /// The talk is now about this, unless the skill said otherwise; old choices are off the table, and so is what waited for
    /// a yes: 好的 after another answer must not unbind or record anything.
    /// </summary>
    private static Decision Finish(Turn turn, Intent intent, IReadOnlyList<Product> products, Decision decision)
    {
        var events = new List<ConversationEvent>(decision.Events);
        if (turn.Conversation.OpenChoice is not null && !events.OfType<ConversationEvent.ChoiceOffered>().Any())
        {
            events.Add(new ConversationEvent.ChoiceClosed());
        }

        if (!events.OfType<ConversationEvent.SubjectChanged>().Any())
        {
            events.Add(new ConversationEvent.SubjectChanged(new Subject(intent, [.. products.Select(product => product.Code)])));
        }

        if (turn.Conversation.Form is Form.UnbindConfirm or Form.ComplaintText or Form.CallBackOffer
            && !events.OfType<ConversationEvent.FormChanged>().Any())
        {
            events.Add(new ConversationEvent.FormChanged(null));
        }

        return decision with { Events = events, Intent = intent };
    }
}
