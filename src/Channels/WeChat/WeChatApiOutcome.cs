using System.Text.Json;

namespace ServiceBot.Channels.WeChat;

/// <summary>How a call to WeChat's API ended.</summary>
internal abstract record WeChatApiOutcome
{
    private WeChatApiOutcome()
    {
    }

    /// <summary>Done.</summary>
    public sealed record Done(JsonElement Answer) : WeChatApiOutcome;

    /// <summary>WeChat said no.</summary>
    /// <param name="Code">Its errcode.</param>
    /// <param name="Detail">Its errmsg, with the request id WeChat's support asks for.</param>
    public sealed record Refused(int Code, string Detail) : WeChatApiOutcome;

    /// <summary>Nothing reached WeChat.</summary>
    public sealed record Unreachable(string Detail) : WeChatApiOutcome;

    /// <summary>WeChat may or may not have done it: no answer, or one that is not WeChat's.</summary>
    public sealed record Uncertain(string Detail) : WeChatApiOutcome;
}
