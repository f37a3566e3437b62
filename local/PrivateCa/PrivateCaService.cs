using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Clock;
using Infra.Local.Endpoint;
using Infra.Local.Events.Trail;
using Infra.Local.Iam;
using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Notifications;
using Infra.Local.PrivateCa.Operations;
using Infra.Local.PrivateCa.Requests;
using Infra.Local.PrivateCa.Revocation;
using Infra.Local.S3;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.PrivateCa;

/// <summary>AWS Private CA's API.</summary>
public sealed class PrivateCaService : IAwsService, IDisposable
{
    private readonly AuthorityStore _store;
    private readonly AuthorityAccess _access;
    private readonly AuthorityTrail _trail;
    private readonly CrlCatalog _catalog;
    private readonly FrozenDictionary<string, Func<MemberReader, Principal, JsonObject>> _operations;

    public PrivateCaService(
        ServiceObjects objects, IAccessControl access, AwsAccount account, LocalClock clock, PrivateCaOptions? options = null)
    {
        _store = new AuthorityStore(clock);
        _access = new AuthorityAccess(access, _store, account);
        var chosen = options ?? new PrivateCaOptions();
        var notices = new AuthorityNotices(chosen.Events, chosen.Metrics, clock);
        _trail = new AuthorityTrail(new ApiTrail(chosen.Events, account, clock));
        _catalog = new CrlCatalog(account.Region, chosen.CertificatesPerPartition);
        var crls = new CrlPublisher(_catalog, new CrlWriter(objects, notices), clock);
        var authorities = new AuthorityOperations(_store, objects, crls, notices, account, clock) { UpdateTime = chosen.UpdateTime };
        var ownCertificates = new AuthorityCertificateOperations(_store, crls, clock);
        var certificates = new CertificateOperations(_store, objects, _catalog, crls, notices, account, clock)
        {
            IssuanceTime = chosen.IssuanceTime,
        };
        var tags = new TagOperations(_store, clock);
        _operations = new Dictionary<string, Func<MemberReader, Principal, JsonObject>>
        {
            ["CreateCertificateAuthority"] = authorities.Create,
            ["DescribeCertificateAuthority"] = authorities.Describe,
            ["ListCertificateAuthorities"] = authorities.List,
            ["UpdateCertificateAuthority"] = authorities.Update,
            ["DeleteCertificateAuthority"] = authorities.Delete,
            ["RestoreCertificateAuthority"] = authorities.Restore,
            ["GetCertificateAuthorityCsr"] = ownCertificates.GetCsr,
            ["GetCertificateAuthorityCertificate"] = ownCertificates.Get,
            ["ImportCertificateAuthorityCertificate"] = ownCertificates.Import,
            ["IssueCertificate"] = certificates.Issue,
            ["GetCertificate"] = certificates.Get,
            ["RevokeCertificate"] = certificates.Revoke,
            ["TagCertificateAuthority"] = tags.Tag,
            ["UntagCertificateAuthority"] = tags.Untag,
            ["ListTags"] = tags.List,
        }.ToFrozenDictionary();
    }

    public string SigningName => "acm-pca";

    /// <summary>Every CA, deleted ones included while they can be restored.</summary>
    public IEnumerable<CertificateAuthority> Authorities => _store.All;

    /// <inheritdoc cref="AuthorityStore.NextIs"/>
    public void NextAuthorityIs(string id) => _store.NextIs(id);

    public CertificateAuthority? Find(string arn) => _store.Find(arn);

    /// <summary>Where the CRLs of a CA lie and are found; none before a certificate names one.</summary>
    public IReadOnlyList<CrlLocation> CrlsOf(CertificateAuthority authority) => [.. _catalog.TargetsOf(authority).Select(target => target.Location)];

    /// <summary>A CRL with any dates, number and entries, signed by the CA's key; it is not written to the bucket.</summary>
    public byte[] IssueCrl(string arn, CrlContents contents) => CrlSigner.Sign(_store.Get(arn), contents);

    public string OperationOf(HttpRequest request) => AwsJson.OperationOf(request);

    public async Task HandleAsync(HttpContext http, AwsCall apiCall)
    {
        var request = await AwsJson.ReadAsync(http.Request, http.RequestAborted);
        await AwsJson.WriteAsync(http, Call(apiCall, request), apiCall.RequestId);
    }

    /// <summary>One API call, as from outside.</summary>
    public JsonObject Call(string operation, JsonObject request, Principal caller) =>
        Call(new AwsCall(SigningName, operation, caller, Guid.NewGuid().ToString()), request);

    /// <summary>The JSON services' name and status for a denied call.</summary>
    public Task WriteErrorAsync(HttpContext http, AwsException failure, string requestId) => AwsJson.WriteErrorAsync(
        http, failure.Code == "AccessDenied" ? new AwsException("AccessDeniedException", failure.Message) : failure, requestId);

    public void Dispose() => _store.Dispose();

    private JsonObject Call(AwsCall apiCall, JsonObject request)
    {
        if (!_operations.TryGetValue(apiCall.Operation, out var handle))
        {
            throw PrivateCaErrors.NotEmulated($"the operation acm-pca:{apiCall.Operation}");
        }

        try
        {
            _access.Demand(apiCall.Operation, request, apiCall.Principal);
            var answer = handle(MemberReader.Of(request), apiCall.Principal);
            _trail.Succeeded(apiCall, request, answer);
            return answer;
        }
        catch (AwsException failure)
        {
            _trail.Failed(apiCall, request, failure);
            throw;
        }
    }
}
