namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>How a call to Twilio's API ended.</summary>
internal abstract record TwilioApiOutcome
{
    private TwilioApiOutcome()
    {
    }

    /// <summary>Twilio has the message under this id.</summary>
    public sealed record Accepted(string MessageSid) : TwilioApiOutcome;

    /// <summary>Twilio has no such message.</summary>
    public sealed record NotThere : TwilioApiOutcome;

    /// <summary>Twilio said no.</summary>
    /// <param name="Code">Its error code.</param>
    /// <param name="After">How long it asks us to wait; null when it does not say.</param>
    public sealed record Refused(int Code, TimeSpan? After) : TwilioApiOutcome;

    /// <summary>Nothing reached Twilio.</summary>
    public sealed record Unreachable(string Detail) : TwilioApiOutcome;

    /// <summary>Twilio may or may not have done it: no answer, or one that is not Twilio's.</summary>
    public sealed record Uncertain(string Detail) : TwilioApiOutcome;
}
