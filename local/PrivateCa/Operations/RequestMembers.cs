using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Operations;

/// <summary>Members that many requests have; limits from the service model.</summary>
public static class RequestMembers
{
    private const string ArnPattern = @"arn:[\w+=/,.@-]+:acm-pca:[\w+=/,.@-]*:[0-9]*:[\w+=,.@-]+(/[\w+=,.@-]+)*";

    public static string AuthorityArn(this MemberReader request) =>
        request.RequiredText("CertificateAuthorityArn", 5, 200, ArnPattern);

    /// <summary>The CA of a request that names nothing else, or nothing else that is still unread.</summary>
    /// <exception cref="Endpoint.AwsException">A member is invalid, or there is no such CA.</exception>
    public static CertificateAuthority AuthorityIn(this MemberReader request, AuthorityStore store)
    {
        var arn = request.AuthorityArn();
        request.ThrowIfInvalid();
        return store.Get(arn);
    }

    public static string CertificateArn(this MemberReader request) => request.RequiredText("CertificateArn", 5, 200, ArnPattern);

    public static string? TemplateArn(this MemberReader request) => request.Text("TemplateArn", 5, 200, ArnPattern);

    public static string? IdempotencyToken(this MemberReader request) => request.Text("IdempotencyToken", 1, 36);
}
