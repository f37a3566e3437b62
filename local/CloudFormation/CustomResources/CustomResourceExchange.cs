using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation.CustomResources;

/// <summary>One request to a function and its answer, however that ends.</summary>
internal sealed class CustomResourceExchange(EventInvocation invocation, ResponseBucket responses)
{
    /// <exception cref="AwsException">
    /// The function was not reached, did not answer in time, or its answer breaks the rules. A <c>FAILED</c> is an answer.
    /// </exception>
    public async Task<CustomResourceAnswer> AskAsync(CustomResourceRequest request, CancellationToken cancellationToken)
    {
        var (timeout, started) = (request.Timeout, TimeProvider.System.GetTimestamp());
        var (pending, url) = responses.Open(request, DateTimeOffset.UtcNow);
        var run = invocation.RunAsync(request.ServiceToken, request.ToEvent(url), cancellationToken);
        try
        {
            if (await Task.WhenAny(pending.Body, run).WaitAsync(timeout, cancellationToken) == run
                && await run is { } failure
                && !pending.Body.IsCompleted)
            {
                // Nobody is left who could answer. AWS does not know that and waits for the rest of ServiceTimeout.
                throw NoAnswer(request, $" The function failed three times; the last time with: {failure}");
            }

            var left = timeout - TimeProvider.System.GetElapsedTime(started);
            var body = await pending.Body.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
            return AnswerReader.Read(body, request);
        }
        catch (TimeoutException)
        {
            throw NoAnswer(request, $" None came within {timeout.TotalSeconds} seconds (ServiceTimeout).");
        }
    }

    private static AwsException NoAnswer(CustomResourceRequest request, string detail) => new(
        "NotStabilized",
        "CloudFormation did not receive a response from your Custom Resource. "
        + $"Please check your logs for requestId [{request.RequestId}].{detail}");
}
