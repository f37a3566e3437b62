using System.Xml.Linq;
using Infra.Local.Endpoint;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Notifications.Api;

/// <summary>The SNS API as publishers see it; templates are what makes topics.</summary>
public sealed class SnsService(Topics topics) : IAwsService
{
    private const string Version = "2010-03-31";

    private static readonly AwsQuery Query = new("http://sns.amazonaws.com/doc/2010-03-31/");

    public string SigningName => "sns";

    public Task PrepareAsync(HttpRequest request) => AwsQuery.ReadAsync(request);

    public string OperationOf(HttpRequest request) => AwsQuery.OperationOf(request);

    public Task HandleAsync(HttpContext http, AwsCall apiCall)
    {
        var version = AwsQuery.Parameter(http.Request, "Version");
        if (apiCall.Operation != "Publish" || version != Version)
        {
            throw new AwsException(
                "InvalidAction",
                $"The local AWS has no operation '{apiCall.Operation}' of version '{version}' in SNS; it has Publish "
                    + $"of {Version}. Topics and subscriptions are made by templates.");
        }

        var message = topics.Publish(PublishRequest.Read(http.Request), apiCall.Principal);
        return Query.WriteAsync(http, apiCall, new XElement("MessageId", message.Id));
    }

    /// <summary>SNS has a name of its own for a denied call.</summary>
    public Task WriteErrorAsync(HttpContext http, AwsException failure, string requestId) => Query.WriteErrorAsync(
        http,
        failure.Code is "AccessDenied" or "AccessDeniedException"
            ? new AwsException("AuthorizationError", failure.Message, 403)
            : failure,
        requestId);
}
