using System.Xml.Linq;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Iam.Roles;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.SecurityToken;

/// <summary>The STS API: who calls, and roles for people.</summary>
/// <remarks>As everywhere here the access key says who calls, and signatures and their expiry are not
/// checked.</remarks>
public sealed class StsService(IdentityStore identities, AwsAccount account, TimeProvider time) : IAwsService
{
    private const string Version = "2011-06-15";

    private static readonly AwsQuery Query = new("https://sts.amazonaws.com/doc/2011-06-15/");

    public string SigningName => "sts";

    public Task PrepareAsync(HttpRequest request) => AwsQuery.ReadAsync(request);

    public string OperationOf(HttpRequest request) => AwsQuery.OperationOf(request);

    public Task HandleAsync(HttpContext http, AwsCall apiCall)
    {
        var version = AwsQuery.Parameter(http.Request, "Version");
        return (apiCall.Operation, version) switch
        {
            ("GetCallerIdentity", Version) => Query.WriteAsync(http, apiCall, Identity(apiCall.Principal)),
            ("AssumeRole", Version) =>
                Query.WriteAsync(http, apiCall, Session(AssumeRoleRequest.Read(http.Request), apiCall.Principal)),
            _ => throw new AwsException(
                "InvalidAction",
                $"The local AWS has no operation '{apiCall.Operation}' of version '{version}' in STS; it has "
                    + $"GetCallerIdentity and AssumeRole of {Version}."),
        };
    }

    public Task WriteErrorAsync(HttpContext http, AwsException failure, string requestId) =>
        Query.WriteErrorAsync(http, failure, requestId);

    private object[] Identity(Principal caller)
    {
        var names = CallerNames.Of(caller, account);
        return
        [
            new XElement("Arn", names.Arn),
            new XElement("UserId", names.UserId),
            new XElement("Account", account.Id),
        ];
    }

    private object[] Session(AssumeRoleRequest request, Principal caller)
    {
        var credentials = identities.CredentialsFor(request.RoleArn, caller, request.SessionName);
        var names = CallerNames.Of(identities.PrincipalFor(credentials.AccessKeyId), account);
        return
        [
            new XElement(
                "Credentials",
                new XElement("AccessKeyId", credentials.AccessKeyId),
                new XElement("SecretAccessKey", credentials.SecretAccessKey),
                new XElement("SessionToken", credentials.SessionToken),
                new XElement("Expiration", (time.GetUtcNow() + request.Duration).UtcDateTime)),
            new XElement(
                "AssumedRoleUser",
                new XElement("AssumedRoleId", names.UserId),
                new XElement("Arn", names.Arn)),
        ];
    }
}
