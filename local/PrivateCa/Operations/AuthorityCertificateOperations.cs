using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Iam;
using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Issuing;
using Infra.Local.PrivateCa.Requests;
using Infra.Local.PrivateCa.Revocation;

namespace Infra.Local.PrivateCa.Operations;

/// <summary>A CA's own certificate: its request, the import of what was signed elsewhere, and reading it back.</summary>
public sealed class AuthorityCertificateOperations(AuthorityStore store, CrlPublisher crls, TimeProvider clock)
{
    public JsonObject GetCsr(MemberReader request, Principal caller)
    {
        var authority = request.AuthorityIn(store);
        authority.DemandStatus(
            clock.GetUtcNow(),
            "reading its certificate request",
            AuthorityStatus.PendingCertificate,
            AuthorityStatus.Active,
            AuthorityStatus.Disabled,
            AuthorityStatus.Expired);
        return new JsonObject { ["Csr"] = authority.SigningRequestPem };
    }

    public JsonObject Get(MemberReader request, Principal caller)
    {
        var authority = request.AuthorityIn(store);
        authority.DemandStatus(
            clock.GetUtcNow(), "reading its certificate", AuthorityStatus.Active, AuthorityStatus.Disabled, AuthorityStatus.Expired);
        var answer = new JsonObject { ["Certificate"] = authority.Installed!.Pem };
        if (authority.Installed.ChainPem is { } chain)
        {
            answer["CertificateChain"] = chain;
        }

        return answer;
    }

    public JsonObject Import(MemberReader request, Principal caller)
    {
        var certificate = request.RequiredBlob("Certificate", 1, 32768);
        var chain = request.Blob("CertificateChain", 0, 2097152);
        var (authority, now) = (request.AuthorityIn(store), clock.GetUtcNow());
        // Not while it is disabled: user guide, "Understand AWS Private CA CA status".
        authority.DemandStatus(
            now,
            "importing a certificate",
            AuthorityStatus.PendingCertificate,
            AuthorityStatus.Active,
            AuthorityStatus.Expired);
        var chainPem = chain is null || chain.Length == 0 ? null : Encoding.ASCII.GetString(chain);
        authority.Install(AuthorityImport.Check(authority, Encoding.ASCII.GetString(certificate), chainPem, now), now);
        crls.ConfigurationChanged(authority);
        return [];
    }
}
