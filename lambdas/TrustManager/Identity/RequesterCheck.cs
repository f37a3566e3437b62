using System.Text.Json;

namespace Infra.TrustManager.Identity;

/// <summary>Finds out who asks for a write, from the proof in the request.</summary>
/// <param name="time">
/// The real time, also where the clock of the local AWS was moved: it is the one of the machine that signs.
/// </param>
public sealed class RequesterCheck(StsEndpoint endpoint, StsClient sts, TimeProvider time)
{
    /// <summary>What the history says where STS gave no answer.</summary>
    private const string Unreachable = $"{Requester.SelfReported} (STS could not be reached)";

    /// <param name="request">The whole request; a JSON object.</param>
    /// <param name="functionArn">The function that was invoked.</param>
    public async Task<Requester> FindAsync(
        JsonElement request, string functionArn, CancellationToken cancellationToken)
    {
        if (!request.TryGetProperty(RequestBinding.Member, out var member))
        {
            return new Requester.Accepted(Requester.SelfReported);
        }

        var problems = new List<string>();
        var expected = Expected(request, functionArn, problems);
        var presented = PresentedIdentity.Read(member, problems);
        if (presented is not null && expected is not null && presented.Header != expected)
        {
            problems.Add(Difference(presented.Header, expected));
        }

        var url = presented is null ? null : PresignedUrl.Check(presented.Url, endpoint, time.GetUtcNow(), problems);
        if (problems.Count > 0)
        {
            return Refused(string.Join("; ", problems));
        }

        return await sts.AskAsync(url!, expected, cancellationToken) switch
        {
            StsReply.Known known => new Requester.Accepted(known.Caller.Arn),
            StsReply.Refused refused => Refused(refused.Reason),
            _ => new Requester.Accepted(Unreachable),
        };
    }

    private static string? Expected(JsonElement request, string functionArn, List<string> problems)
    {
        try
        {
            return RequestBinding.Of(functionArn, request);
        }
        catch (FormatException twice)
        {
            problems.Add(twice.Message);
            return null;
        }
    }

    private static string Difference(string presented, string expected)
    {
        var function = expected.Split(';')[0];
        return presented.StartsWith($"{function};", StringComparison.Ordinal)
            ? "it was signed for another request than this one"
            : $"it was signed for another function than {function}";
    }

    private static Requester.Refused Refused(string problems) => new(
        $"The identity of this request was not accepted: {problems}. Nothing was changed. Ask again with the command, "
        + $"which signs each request; without the member {RequestBinding.Member} the history says "
        + $"'{Requester.SelfReported}'.");
}
