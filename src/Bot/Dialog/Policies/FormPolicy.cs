using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Skills;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>Continues the form that is open: binding, a complaint, the offer of a person.</summary>
internal sealed class FormPolicy(BindSkill binding, ComplaintSkill complaint, HumanHandoffSkill handoff) : IPolicy
{
    /// <inheritdoc/>
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Form is not { } form)
        {
            return null;
        }

        return form.ExpiresAt <= turn.At ? binding.Expired(turn, form) : await ContinueAsync(turn, form, cancellationToken);
    }

    private async ValueTask<Decision?> ContinueAsync(Turn turn, Form form, CancellationToken cancellationToken) =>
        form switch
        {
            Form.BindingLicense or Form.BindingCode or Form.UnbindConfirm =>
                await binding.ContinueAsync(turn, form, cancellationToken),

            // Identity takes it before the policies are asked; whatever comes through to here is about something else.
            Form.WhichShop => null,
            Form.ComplaintText text => await complaint.ContinueAsync(turn, text, cancellationToken),
            Form.CallBackOffer offer => await handoff.ContinueAsync(turn, offer, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown form {form.GetType().Name}."),
        };
}
