using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Faults;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.CloudFormation.CustomResources;

/// <summary>The bucket of CloudFormation into which functions put their answers through pre-signed URLs.</summary>
/// <remarks>
/// Faults meet an answer as service <c>cloudformation</c>, operation <c>PutResponse</c>: <c>Timeout</c> loses it,
/// <c>LostAnswer</c> takes it and lets the function believe that it is lost, <c>Slow</c> makes it late.
/// </remarks>
public sealed class ResponseBucket
{
    /// <summary>Bytes that are read at most: far more than an answer may have, since too long a one must be seen to be refused.</summary>
    private const int MaxBodyBytes = 1024 * 1024;

    /// <summary>How long a URL is said to hold; the local AWS forgets none while it runs.</summary>
    private const int ExpirySeconds = 7200;

    private readonly AwsAccount _account;
    private readonly FaultPlan _faults;
    private readonly Func<Uri> _endpoint;
    private readonly ConcurrentDictionary<string, PendingAnswer> _pending = new();

    internal ResponseBucket(AwsAccount account, FaultPlan faults, Func<Uri> endpoint)
    {
        (_account, _faults, _endpoint) = (account, faults, endpoint);
        Path = $"/cloudformation-custom-resource-response-{account.Region.Replace("-", "", StringComparison.Ordinal)}";
    }

    /// <summary>Beginning of the path of every URL.</summary>
    public string Path { get; }

    /// <summary>Answers one request under <see cref="Path"/> as S3 does.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var fault = _faults.Take("cloudformation", "PutResponse");
        if (fault?.Kind is FaultKind.Slow or FaultKind.Timeout)
        {
            await Task.Delay(fault.Delay, http.RequestAborted);
        }

        if (fault?.Kind == FaultKind.Timeout)
        {
            http.Abort();
            return;
        }

        try
        {
            if (fault?.Kind is not (null or FaultKind.Slow or FaultKind.LostAnswer))
            {
                throw fault.ToError("s3", "PutObject");
            }

            await TakeAsync(http);
            if (fault?.Kind == FaultKind.LostAnswer)
            {
                http.Abort();
            }
        }
        catch (AwsException refusal)
        {
            await RefuseAsync(http, refusal);
        }
    }

    internal (PendingAnswer Pending, Uri Url) Open(CustomResourceRequest request, DateTimeOffset now)
    {
        var key = $"{request.StackId}|{request.LogicalResourceId}|{request.RequestId}";
        var pending = _pending.GetOrAdd(request.RequestId, new PendingAnswer($"{Path}/{key}"));
        var date = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var credential = Uri.EscapeDataString($"AKIACLOUDFORMATION/{date[..8]}/{_account.Region}/s3/aws4_request");
        var escaped = Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal);
        return (pending, new Uri(
            _endpoint(),
            $"{Path}/{escaped}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date={date}&X-Amz-SignedHeaders=host"
            + $"&X-Amz-Expires={ExpirySeconds}&X-Amz-Credential={credential}&X-Amz-Signature={pending.Signature}"));
    }

    private async Task TakeAsync(HttpContext http)
    {
        var request = http.Request;
        var path = request.Path.Value ?? string.Empty;
        if (!HttpMethods.IsPut(request.Method)
            || !_pending.TryGetValue(path[(path.LastIndexOf('|') + 1)..], out var pending)
            || !pending.IsFor(path, request.Query["X-Amz-Signature"].ToString()))
        {
            throw Unsigned("The URL was signed for one PUT of one answer; use it unchanged.");
        }

        if (!string.IsNullOrEmpty(request.ContentType))
        {
            throw Unsigned($"The URL was signed for an empty Content-Type; this one is '{request.ContentType}'. Send none.");
        }

        if (request.Headers.TransferEncoding.Count > 0)
        {
            throw new AwsException(
                "NotImplemented",
                "A header you provided implies functionality that is not implemented: Transfer-Encoding. Send a Content-Length.",
                501);
        }

        pending.Deliver(await ReadAsync(request));
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        var length = request.ContentLength
            ?? throw new AwsException("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);
        if (length > MaxBodyBytes)
        {
            throw new AwsException("EntityTooLarge", $"An answer has at most 4096 bytes; this one has {length}.");
        }

        var body = new byte[length];
        await request.Body.ReadExactlyAsync(body, request.HttpContext.RequestAborted);
        return body;
    }

    private static AwsException Unsigned(string message) => new("SignatureDoesNotMatch", message, 403);

    private static Task RefuseAsync(HttpContext http, AwsException refusal)
    {
        http.Response.StatusCode = refusal.StatusCode;
        http.Response.ContentType = "application/xml";
        var document = new XElement("Error", new XElement("Code", refusal.Code), new XElement("Message", refusal.Message));
        return http.Response.WriteAsync(document.ToString(SaveOptions.DisableFormatting), http.RequestAborted);
    }
}
