using ServiceBot.Bot.Conversations;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Dialog;

/// <summary>What a retailer is expected to give next, by the form that is open once the decision holds.</summary>
internal static class Expecting
{
    /// <summary>The form's expectation, else the reply's own. On the phone an offered person is taken by leaving a message.</summary>
    public static Expects After(Decision decision, Conversation before) =>
        decision.Events.Aggregate(before, (conversation, next) => conversation.Apply(next)).Form switch
        {
            Form.BindingLicense or Form.BindingCode => Expects.Digits,
            Form.ComplaintText => Expects.Words,
            Form.CallBackOffer when before.Key.Channel == ChannelNames.Voice => Expects.Words,
            _ => decision.Reply!.Expects,
        };
}
