using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Issuing;
using Infra.Local.PrivateCa.Notifications;
using Infra.Local.PrivateCa.Requests;
using Infra.Local.PrivateCa.Revocation;
using Infra.Local.S3;

namespace Infra.Local.PrivateCa.Operations;

/// <summary>Issue, get and revoke certificates.</summary>
public sealed class CertificateOperations(
    AuthorityStore store,
    ServiceObjects objects,
    CrlCatalog catalog,
    CrlPublisher crls,
    AuthorityNotices notices,
    AwsAccount account,
    TimeProvider clock)
{
    private static readonly Dictionary<string, X509RevocationReason> Reasons = new()
    {
        ["UNSPECIFIED"] = X509RevocationReason.Unspecified,
        ["KEY_COMPROMISE"] = X509RevocationReason.KeyCompromise,
        ["CERTIFICATE_AUTHORITY_COMPROMISE"] = X509RevocationReason.CACompromise,
        ["AFFILIATION_CHANGED"] = X509RevocationReason.AffiliationChanged,
        ["SUPERSEDED"] = X509RevocationReason.Superseded,
        ["CESSATION_OF_OPERATION"] = X509RevocationReason.CessationOfOperation,
        ["PRIVILEGE_WITHDRAWN"] = X509RevocationReason.PrivilegeWithdrawn,
        ["A_A_COMPROMISE"] = X509RevocationReason.AACompromise,
    };

    private readonly IdempotencyTokens _tokens = new(clock);

    /// <summary>See <see cref="PrivateCaOptions.IssuanceTime"/>.</summary>
    public TimeSpan IssuanceTime { get; init; } = TimeSpan.Zero;

    public JsonObject Issue(MemberReader request, Principal caller)
    {
        var arn = request.AuthorityArn();
        var csr = request.RequiredBlob("Csr", 1, 32768);
        var validity = Validity.Read(request.RequiredStructure("Validity"));
        var start = request.Structure("ValidityNotBefore") is { } notBefore ? Validity.Read(notBefore) : null;
        var (templateArn, token) = (request.TemplateArn(), request.IdempotencyToken());
        var signing = SigningAlgorithm.Read(request);
        request.ThrowIfInvalid();

        var authority = store.Get(arn);
        var certificateArn = _tokens.Once(arn, token, () =>
        {
            var template = CertificateTemplate.Find(templateArn, account.Partition);
            var order = new CertificateOrder(
                SigningRequest.Parse(csr, signing!.Hash),
                template,
                template.TakesFromApi ? ApiPassthrough.Read(request.Structure("ApiPassthrough")) : ApiPassthrough.None,
                ValidityPeriod.Of(validity, start, clock.GetUtcNow()),
                signing);
            return Issue(authority, order).Arn;
        });
        return new JsonObject { ["CertificateArn"] = certificateArn };
    }

    public JsonObject Get(MemberReader request, Principal caller)
    {
        var certificateArn = request.CertificateArn();
        var authority = request.AuthorityIn(store);
        authority.DemandStatus(
            clock.GetUtcNow(),
            "reading certificates",
            AuthorityStatus.PendingCertificate,
            AuthorityStatus.Active,
            AuthorityStatus.Disabled,
            AuthorityStatus.Expired);
        var prefix = $"{authority.Arn}/certificate/";
        if (!certificateArn.StartsWith(prefix, StringComparison.Ordinal))
        {
            throw PrivateCaErrors.InvalidArn($"'{certificateArn}' is not the ARN of a certificate of {authority.Arn}.");
        }

        var issued = authority.FindIssued(certificateArn[prefix.Length..])
            ?? throw PrivateCaErrors.NotFound($"Could not find certificate {certificateArn}.");
        if (issued.AvailableAt > clock.GetUtcNow())
        {
            throw new AwsException("RequestInProgressException", $"The certificate {certificateArn} is still being "
                + "issued; ask again in a moment.");
        }

        var answer = new JsonObject { ["Certificate"] = issued.Pem };
        if (issued.ChainPem is not null)
        {
            answer["CertificateChain"] = issued.ChainPem;
        }

        return answer;
    }

    public JsonObject Revoke(MemberReader request, Principal caller)
    {
        var serial = Hexadecimal(request.RequiredText("CertificateSerial", 0, 128));
        var reason = request.RequiredOneOf("RevocationReason", [.. Reasons.Keys]);
        var (authority, now) = (request.AuthorityIn(store), clock.GetUtcNow());
        authority.DemandStatus(now, "revoking certificates", AuthorityStatus.Active, AuthorityStatus.Disabled);
        CrlBucket.CheckCaller(objects, authority.Revocation.Crl, caller);
        var issued = authority.FindIssued(serial)
            ?? throw PrivateCaErrors.NotFound($"Could not find a certificate with the serial number {serial}; give it in "
                + "hexadecimal digits.");
        if (issued.IsSelfSigned)
        {
            throw PrivateCaErrors.InvalidRequest("A self-signed root certificate cannot be revoked. Stop trusting it "
                + "instead.");
        }

        if (!authority.Revoke(new RevokedCertificate(issued.Serial, now, Reasons[reason], issued.NotAfter)))
        {
            throw new AwsException("RequestAlreadyProcessedException", $"The certificate with the serial number {serial} "
                + "has already been revoked.");
        }

        notices.Revoked(authority.Arn, issued.Arn);
        crls.CertificateRevoked(authority);
        return [];
    }

    /// <summary>Without the colons that OpenSSL prints.</summary>
    private static string Hexadecimal(string serial) =>
        serial.Replace(":", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    private IssuedCertificate Issue(CertificateAuthority authority, CertificateOrder order)
    {
        var now = clock.GetUtcNow();
        IssuingRules.Check(authority, order, now);
        var crlUrl = order.Template.IsSelfSigned ? null : catalog.Assign(authority)?.Url;
        var certificate = CertificateSigner.Sign(order with { CrlUrl = crlUrl }, authority, account.Region);
        var issued = new IssuedCertificate(
            $"{authority.Arn}/certificate/{certificate.SerialNumber.ToLowerInvariant()}",
            certificate,
            order.Template.IsSelfSigned ? null : authority.Installed!.CompleteChainPem,
            now + IssuanceTime)
        {
            CrlUrl = crlUrl,
        };
        authority.Record(issued);
        notices.Issued(authority.Arn, issued.Arn);
        crls.CertificateIssued(authority, issued);
        return issued;
    }
}
