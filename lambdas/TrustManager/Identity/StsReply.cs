using System.Text.RegularExpressions;

namespace Infra.TrustManager.Identity;

/// <summary>What asking STS came to.</summary>
public abstract partial record StsReply
{
    private const int Ok = 200;
    private const int TooManyRequests = 429;

    /// <summary>Errors with a status below 500 that say nothing about the signature (AWS, "Common errors").</summary>
    private static readonly HashSet<string> Overloaded = new(StringComparer.Ordinal)
    {
        "Throttling", "ThrottlingException", "RequestLimitExceeded", "RequestThrottled", "TooManyRequestsException",
    };

    private StsReply()
    {
    }

    /// <summary>STS knows who signed.</summary>
    public sealed record Known(CallerIdentity Caller) : StsReply;

    /// <summary>STS does not accept the signature, or returned what is not its response.</summary>
    /// <param name="Reason">Without a full stop; nothing of the URL.</param>
    public sealed record Refused(string Reason) : StsReply;

    /// <summary>Nothing was learned about the signature.</summary>
    public sealed record Unreachable : StsReply;

    public static StsReply Of(int status, byte[] body)
    {
        if (status == Ok)
        {
            return CallerIdentity.Find(body) is { } caller
                ? new Known(caller)
                : new Refused("STS returned an unexpected response");
        }

        var code = StsDocument.Find(body)?.GetValueOrDefault("ErrorResponse/Error/Code") is { } text
            && CodeForm().IsMatch(text)
                ? text
                : "no error code";
        return status switch
        {
            TooManyRequests or >= 500 => new Unreachable(),
            >= 400 when Overloaded.Contains(code) => new Unreachable(),
            >= 400 => new Refused($"STS does not accept it: {code}, HTTP status {status}"),
            _ => new Refused($"STS returned HTTP status {status}; only {Ok} counts, and no redirect is followed"),
        };
    }

    [GeneratedRegex(@"\A[A-Za-z0-9.]{1,64}\z")]
    private static partial Regex CodeForm();
}
