using Infra.Local.LoadBalancing.Requests;

namespace Infra.Local.LoadBalancing.Health;

/// <summary>One check of a Lambda target.</summary>
public sealed class HealthCheck(FunctionTarget target, TimeProvider time)
{
    /// <summary>What a check asks; it has this one header, and nothing of a client's.</summary>
    public static ClientRequest Request(string path) => new(
        "GET",
        RequestTarget.Parse(path),
        [KeyValuePair.Create("user-agent", "ELB-HealthChecker/2.0")],
        ReadOnlyMemory<byte>.Empty);

    /// <summary>Whether the target passed, and what it gave.</summary>
    public async Task<(bool Passed, string Detail)> RunAsync(
        TargetGroupSettings group, string groupArn, HealthCheckSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var timeout = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var answer = await target.AskAsync(group, groupArn, Request(settings.Path), either.Token);
            var detail = answer.ErrorDetail is null
                ? $"Health checks got status {answer.StatusCode}."
                : $"Health checks got status {answer.StatusCode}: {answer.ErrorDetail}";
            return (settings.Matcher.Matches(answer.StatusCode), detail);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return (false, $"Health checks got no answer in {settings.Timeout.TotalSeconds} seconds.");
        }
    }
}
