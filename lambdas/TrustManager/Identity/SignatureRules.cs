using System.Globalization;

namespace Infra.TrustManager.Identity;

/// <summary>For which Region and for how long a signature counts.</summary>
internal static class SignatureRules
{
    /// <summary>
    /// Longest time for which a signature counts, in seconds. STS itself takes a pre-signed <c>GetCallerIdentity</c>
    /// for 15 minutes, whatever <c>X-Amz-Expires</c> says (aws-iam-authenticator, <c>pkg/token</c>), so that it is
    /// checked here.
    /// </summary>
    public const int MaxSeconds = 300;

    /// <summary>How far the clock of the signer may be ahead: as far as AWS lets it be.</summary>
    private static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(5);

    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <param name="parameters">Each of the form that <see cref="PresignedQuery"/> demands.</param>
    public static void Check(
        IReadOnlyDictionary<string, string> parameters, string region, DateTimeOffset now, List<string> problems)
    {
        var (credential, date) = (parameters[PresignedQuery.Credential].Split('/'), parameters[PresignedQuery.Date]);
        if (credential[2] != region)
        {
            problems.Add($"it was signed for Region {credential[2]}; this function is in {region}");
        }

        if (!date.StartsWith(credential[1], StringComparison.Ordinal))
        {
            problems.Add($"it was signed on {date[..8]} with a key of {credential[1]}; both must be of one day");
        }

        var seconds = int.Parse(parameters[PresignedQuery.Expires], CultureInfo.InvariantCulture);
        if (seconds is < 1 or > MaxSeconds)
        {
            problems.Add($"it is valid for {seconds} seconds; allowed are 1 to {MaxSeconds}");
        }

        if (!DateTimeOffset.TryParseExact(
            date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed))
        {
            problems.Add($"{PresignedQuery.Date} is {date}, which is not a moment");
        }
        else if (now - signed > TimeSpan.FromSeconds(seconds) || signed - now > MaxAhead)
        {
            problems.Add(
                $"it was signed at {signed:u} for {seconds} seconds, and it is {now:u} now: sign again, and check the "
                + "clock of the machine that signs");
        }
    }
}
