using System.Text.Json;

namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>How a call to Aliyun's API ended.</summary>
internal abstract record AliyunApiOutcome
{
    private AliyunApiOutcome()
    {
    }

    /// <summary>Done.</summary>
    public sealed record Done(JsonElement Answer) : AliyunApiOutcome;

    /// <summary>Aliyun said no, by this code.</summary>
    public sealed record Refused(string Code) : AliyunApiOutcome;

    /// <summary>Nothing reached Aliyun.</summary>
    public sealed record Unreachable(string Detail) : AliyunApiOutcome;

    /// <summary>Aliyun may or may not have done it.</summary>
    public sealed record Uncertain(string Detail) : AliyunApiOutcome;
}
