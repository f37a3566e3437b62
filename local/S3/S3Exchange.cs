using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.S3.Protocol;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.S3;

/// <summary>One request to S3 and the answer to it.</summary>
public sealed record S3Exchange(HttpContext Http, AwsCall Call, S3Address Address)
{
    public HttpRequest Request => Http.Request;

    public HttpResponse Response => Http.Response;

    public Principal Principal => Call.Principal;

    /// <summary>Only for operations on a bucket or object, which are chosen by the address having one.</summary>
    public string Bucket => Address.Bucket!;

    /// <summary>Only for operations on an object.</summary>
    public string Key => Address.Key!;

    /// <summary>A query parameter; null when it is absent or empty.</summary>
    public string? Query(string name) => Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A header; null when it is absent or empty.</summary>
    public string? Header(string name) => Request.Headers[name].ToString() is { Length: > 0 } value ? value : null;

    public Task WriteXmlAsync(System.Xml.Linq.XElement document) => S3Xml.WriteAsync(Http, document);
}
