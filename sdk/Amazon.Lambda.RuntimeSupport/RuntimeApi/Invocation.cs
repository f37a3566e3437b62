using System.Globalization;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>One event with what the Runtime API's headers say about it.</summary>
internal sealed record Invocation
{
    /// <summary>Last millisecond since 1970 that <see cref="DateTimeOffset"/> can hold.</summary>
    private static readonly long MaxDeadlineMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public string RequestId { get; private init; }

    /// <summary>Which of several attempts at the request this is; sent back with the answer. Null where Lambda sends none.</summary>
    public string InvocationId { get; private init; }

    /// <summary>1970 when the header is missing or no number, so that nothing believes to have time.</summary>
    public DateTimeOffset Deadline { get; private init; }

    public string FunctionArn { get; private init; }

    public string TraceId { get; private init; }

    public string TenantId { get; private init; }

    public Stream Event { get; private init; }

    public static Invocation From(HttpResponseHeaders headers, byte[] body) => new()
    {
        RequestId = Find(headers, "Lambda-Runtime-Aws-Request-Id"),
        InvocationId = Find(headers, RuntimeApiClient.InvocationIdHeader),
        Deadline = DateTimeOffset.UnixEpoch.AddMilliseconds(
            long.TryParse(Find(headers, "Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture, out var ms)
                ? Math.Clamp(ms, 0, MaxDeadlineMilliseconds)
                : 0),
        FunctionArn = Find(headers, "Lambda-Runtime-Invoked-Function-Arn"),
        TraceId = Find(headers, "Lambda-Runtime-Trace-Id"),
        TenantId = Find(headers, "Lambda-Runtime-Aws-Tenant-Id"),
        Event = new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true),
    };

    private static string Find(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
