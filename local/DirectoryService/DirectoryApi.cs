using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.DirectoryService.Operations;
using Infra.Local.DirectoryService.Requests;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.DirectoryService;

/// <summary>AWS Directory Service's API for certificates, client authentication and LDAPS.</summary>
public sealed class DirectoryApi : IAwsService
{
    private readonly DirectoryAccess _access;
    private readonly FrozenDictionary<string, Func<DirectoryRequest, JsonObject?>> _operations;

    public DirectoryApi(Directories directories, IAccessControl access, AwsAccount account, TimeProvider clock)
    {
        _access = new DirectoryAccess(access, account);
        var certificates = new CertificateOperations(directories, clock);
        var clientAuthentication = new ClientAuthenticationOperations(directories);
        var ldaps = new LdapsOperations(directories);
        _operations = new Dictionary<string, Func<DirectoryRequest, JsonObject?>>
        {
            ["RegisterCertificate"] = certificates.Register,
            ["DescribeCertificate"] = certificates.Describe,
            ["ListCertificates"] = certificates.List,
            ["DeregisterCertificate"] = certificates.Deregister,
            ["EnableClientAuthentication"] = clientAuthentication.Enable,
            ["DisableClientAuthentication"] = clientAuthentication.Disable,
            ["DescribeClientAuthenticationSettings"] = clientAuthentication.Describe,
            ["EnableLDAPS"] = ldaps.Enable,
            ["DisableLDAPS"] = ldaps.Disable,
            ["DescribeLDAPSSettings"] = ldaps.Describe,
            ["DescribeDirectories"] = new DirectoryOperations(directories).Describe,
        }.ToFrozenDictionary();
    }

    public string SigningName => "ds";

    public string OperationOf(HttpRequest request) => AwsJson.OperationOf(request);

    public async Task HandleAsync(HttpContext http, AwsCall apiCall)
    {
        var request = await AwsJson.ReadAsync(http.Request, http.RequestAborted);
        if (!_operations.TryGetValue(apiCall.Operation, out var handle))
        {
            throw DirectoryErrors.NotEmulated($"the operation ds:{apiCall.Operation}");
        }

        _access.Demand(apiCall.Operation, request, apiCall.Principal);
        if (handle(new DirectoryRequest(request, apiCall.Operation)) is { } answer)
        {
            await AwsJson.WriteAsync(http, answer, apiCall.RequestId);
            return;
        }

        // Administration guide: switching a feature is answered with an empty body, not with {}.
        http.Response.Headers["x-amzn-RequestId"] = apiCall.RequestId;
        http.Response.ContentType = "application/x-amz-json-1.1";
    }

    /// <summary>The JSON services' name and status for a denied call.</summary>
    public Task WriteErrorAsync(HttpContext http, AwsException failure, string requestId) => AwsJson.WriteErrorAsync(
        http,
        failure.Code == "AccessDenied" ? new AwsException("AccessDeniedException", failure.Message) : failure,
        requestId);
}
