using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Infra.Local.Endpoint;

/// <summary>The AWS Query protocol of SNS and others: a form in the body or in the URL, XML in the answer.</summary>
/// <param name="xmlNamespace">Namespace of the service's answers; in its service model.</param>
public sealed class AwsQuery(string xmlNamespace)
{
    private readonly XNamespace _namespace = xmlNamespace;

    /// <summary>Reads the form, so that <see cref="OperationOf"/> and <see cref="Parameter"/> need not wait.</summary>
    public static async Task ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            // Services refuse what is too long in their own words; the default limit would cut the connection.
            await request.ReadFormAsync(
                new FormOptions { ValueLengthLimit = int.MaxValue }, request.HttpContext.RequestAborted);
        }
    }

    /// <summary>The operation in <c>Action=Publish</c>; empty when there is none.</summary>
    public static string OperationOf(HttpRequest request) => Parameter(request, "Action") ?? "";

    /// <summary>One parameter of the form, which is the URL's query where there is no body; null when it is not there.</summary>
    public static string? Parameter(HttpRequest request, string name) => request.HasFormContentType
        ? request.Form.TryGetValue(name, out var inBody) ? inBody.ToString() : null
        : request.Query.TryGetValue(name, out var inUrl) ? inUrl.ToString() : null;

    /// <summary>The names of all parameters, without those of a signature in the URL.</summary>
    public static IEnumerable<string> ParametersOf(HttpRequest request) => request.HasFormContentType
        ? request.Form.Keys
        : request.Query.Keys.Where(name => !name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase));

    /// <summary>Answers with a result, whose elements get the service's namespace.</summary>
    public Task WriteAsync(HttpContext http, AwsCall apiCall, params object[] result) => WriteAsync(
        http,
        200,
        apiCall.RequestId,
        new XElement(
            $"{apiCall.Operation}Response",
            new XElement($"{apiCall.Operation}Result", result),
            new XElement("ResponseMetadata", new XElement("RequestId", apiCall.RequestId))));

    /// <summary>Answers with an error document.</summary>
    public Task WriteErrorAsync(HttpContext http, AwsException error, string requestId) => WriteAsync(
        http,
        error.StatusCode,
        requestId,
        new XElement(
            "ErrorResponse",
            new XElement(
                "Error",
                new XElement("Type", error.StatusCode < 500 ? "Sender" : "Receiver"),
                new XElement("Code", error.Code),
                new XElement("Message", error.Message)),
            new XElement("RequestId", requestId)));

    private Task WriteAsync(HttpContext http, int status, string requestId, XElement document)
    {
        foreach (var element in document.DescendantsAndSelf())
        {
            element.Name = _namespace + element.Name.LocalName;
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "text/xml";
        http.Response.Headers["x-amzn-RequestId"] = requestId;
        return http.Response.WriteAsync(document.ToString(SaveOptions.DisableFormatting), http.RequestAborted);
    }
}
