namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>What became of a licence number that was typed. A closed set; none of it tells whether the licence exists.</summary>
internal abstract record SignInBegun
{
    private SignInBegun()
    {
    }

    /// <summary>A code is on its way, if the number is a retailer's.</summary>
    /// <param name="Secret">What the browser is to hold.</param>
    public sealed record Waiting(string Secret) : SignInBegun;

    /// <summary>This address has asked for too many codes today.</summary>
    public sealed record TooOften : SignInBegun;

    /// <summary>Too many wrong codes today, for the licence or from the address.</summary>
    public sealed record Locked : SignInBegun;

    /// <summary>No codes can be sent at all.</summary>
    public sealed record Unavailable : SignInBegun;
}

/// <summary>What became of a code that was typed. A closed set.</summary>
internal abstract record CodeOutcome
{
    private CodeOutcome()
    {
    }

    /// <summary>Signed in.</summary>
    /// <param name="Secret">What the browser is to hold.</param>
    public sealed record Right(string Secret) : CodeOutcome;

    /// <summary>Not the code.</summary>
    /// <param name="Left">How often it may be tried again; with 0 the code is void.</param>
    public sealed record Wrong(int Left) : CodeOutcome;

    /// <summary>There is no such sign-in, it took too long, or its code is used or void.</summary>
    public sealed record Expired : CodeOutcome;

    /// <summary>Too many wrong codes today, for the licence or from the address.</summary>
    public sealed record Locked : CodeOutcome;
}
