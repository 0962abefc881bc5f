using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ServiceBot.Channels.Twilio;

/// <summary>A callback once it was read and checked.</summary>
internal abstract record TwilioReading
{
    private TwilioReading()
    {
    }

    /// <summary>It is Twilio's.</summary>
    public sealed record Accepted(TwilioForm Form) : TwilioReading;

    /// <summary>It is not, or cannot be read.</summary>
    /// <param name="Status">The HTTP status to answer with, and an empty body.</param>
    /// <param name="Reason">Why, for metrics and log: a few fixed words.</param>
    public sealed record Refused(int Status, string Reason) : TwilioReading;
}

/// <summary>Reads a callback: limits, form, signature.</summary>
internal static class TwilioRequest
{
    /// <summary>Largest body taken, in bytes: 64 KiB. The longest real one, 1600 characters in escapes, is under 20.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-Twilio-Signature";

    private const string FormType = "application/x-www-form-urlencoded";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads the body once and checks it.</summary>
    public static async Task<TwilioReading> ReadAsync(
        HttpRequest request, TwilioAccount account, CancellationToken cancellationToken)
    {
        if (!IsForm(request.ContentType))
        {
            return new TwilioReading.Refused(StatusCodes.Status415UnsupportedMediaType, "content_type");
        }

        if (await CallbackBody.ReadAsync(request, LargestBody, cancellationToken) is not { } body)
        {
            return new TwilioReading.Refused(StatusCodes.Status413PayloadTooLarge, "too_large");
        }

        return Decode(body) is { } text
            ? Check(request, account, TwilioForm.Parse(text))
            : new TwilioReading.Refused(StatusCodes.Status400BadRequest, "malformed");
    }

    private static TwilioReading Check(HttpRequest request, TwilioAccount account, TwilioForm form)
    {
        // The raw target: what ASP.NET decoded cannot be put back as it was signed.
        var address = account.AddressOf(request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var signature = request.Headers[SignatureHeader].ToString();
        return account.AuthTokens.Any(token => TwilioSignature.Matches(signature, token, address, form.Fields))
            ? new TwilioReading.Accepted(form)
            : new TwilioReading.Refused(StatusCodes.Status401Unauthorized, "signature");
    }

    private static bool IsForm(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase);

    private static string? Decode(byte[] body)
    {
        try
        {
            return StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
