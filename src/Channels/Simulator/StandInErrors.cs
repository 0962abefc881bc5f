namespace ServiceBot.Channels.Simulator;

/// <summary>A refusal as WeChat words it.</summary>
internal sealed record StandInError(int Code, string Message);

/// <summary>The refusals that the stand-in knows, by WeChat's own codes.</summary>
internal static class StandInErrors
{
    public static readonly StandInError WrongToken = new(40001, "invalid credential, access_token is invalid or not latest");
    public static readonly StandInError TokenMissing = new(41001, "access_token missing");
    public static readonly StandInError WrongGrant = new(40002, "invalid grant_type");
    public static readonly StandInError WrongAppId = new(40013, "invalid appid");
    public static readonly StandInError WrongSecret = new(40125, "invalid appsecret");
    public static readonly StandInError WrongCode = new(40029, "invalid code");
    public static readonly StandInError UsedCode = new(40163, "code been used");
    public static readonly StandInError CodeMissing = new(41008, "missing code");
    public static readonly StandInError UnknownOpenId = new(40003, "invalid openid");
    public static readonly StandInError UnknownType = new(40008, "invalid message type");
    public static readonly StandInError EscapedText = new(40033, "invalid charset. please check your request, if include \\uxxxx will create fail!");
    public static readonly StandInError EmptyText = new(44004, "empty content");
    public static readonly StandInError TooLong = new(45002, "content size out of limit");
    public static readonly StandInError WrongArticleCount = new(45008, "article size out of limit");
    public static readonly StandInError OutsideWindow = new(45015, "response out of time limit or subscription is canceled");
    public static readonly StandInError RationUsedUp = new(45047, "out of response count limit");
    public static readonly StandInError WrongCommand = new(45072, "command field invalid");
    public static readonly StandInError NoRecentMessage = new(45080, "client is not chatting");
    public static readonly StandInError NotJson = new(47001, "data format error");

    /// <summary>A menu outside WeChat's limits.</summary>
    public static StandInError WrongMenu(string fault) => new(40016, $"invalid button size: {fault}");
}
