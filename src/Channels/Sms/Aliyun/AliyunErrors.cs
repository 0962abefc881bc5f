namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>What Aliyun's error codes mean for a message that was to go out.</summary>
internal static class AliyunErrors
{
    private static readonly TimeSpan SoonPause = TimeSpan.FromSeconds(15);

    // One message a minute, five an hour and ten a day to one phone: the first of these passes soonest.
    private static readonly TimeSpan PhonePause = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan OperatorPause = TimeSpan.FromMinutes(10);

    private static readonly HashSet<string> Operator = new(StringComparer.Ordinal)
    {
        "isv.AMOUNT_NOT_ENOUGH", "isv.OUT_OF_SERVICE", "isv.ACCOUNT_ABNORMAL", "isv.ACCOUNT_NOT_EXISTS", "isv.PRODUCT_UN_SUBSCRIPT",
        "isv.PRODUCT_UNSUBSCRIBE", "isv.SMS_SIGNATURE_ILLEGAL", "isv.SMS_SIGN_ILLEGAL", "isv.SMS_TEMPLATE_ILLEGAL",
        "isv.TEMPLATE_MISSING_PARAMETERS", "isv.TEMPLATE_PARAMS_ILLEGAL", "isv.DAY_LIMIT_CONTROL", "isv.MONTH_LIMIT_CONTROL",
        "isp.RAM_PERMISSION_DENY", "isv.DENY_IP_RANGE", "InvalidAccessKeyId.NotFound", "InvalidAccessKeyId.Inactive",
        "SignatureDoesNotMatch", "SignatureNonceUsed", "InvalidTimeStamp.Expired", "Forbidden.RAM", "NoPermission",
    };

    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "isp.SYSTEM_ERROR", "isp.GATEWAY_UNAVAILABLE", "Throttling", "Throttling.User", "Throttling.Api", "ServiceUnavailable", "InternalError",
    };

    /// <summary>True when a person must put the account or the settings right; the message waits for that.</summary>
    public static bool IsConfigurationFault(string code) => Operator.Contains(code);

    /// <summary>How long to wait before another try; null when the code is not one that passes.</summary>
    public static TimeSpan? PauseAfter(string code) =>
        code == "isv.BUSINESS_LIMIT_CONTROL" ? PhonePause
        : Passing.Contains(code) ? SoonPause
        : IsConfigurationFault(code) ? OperatorPause
        : null;
}
