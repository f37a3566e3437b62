using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Operations;

/// <summary>Members that many requests have; limits from the service model.</summary>
public static class RequestMembers
{
    private const string ArnPattern = @"arn:[\w+=/,.@-]+:acm-pca:[\w+=/,.@-]*:[0-9]*:[\w+=,.@-]+(/[\w+=,.@-]+)*";

    public static string AuthorityArn(this MemberReader request) =>
        request.RequiredText("CertificateAuthorityArn", 5, 200, ArnPattern);

    public static string CertificateArn(this MemberReader request) => request.RequiredText("CertificateArn", 5, 200, ArnPattern);

    public static string? TemplateArn(this MemberReader request) => request.Text("TemplateArn", 5, 200, ArnPattern);

    public static string? IdempotencyToken(this MemberReader request) => request.Text("IdempotencyToken", 1, 36);
}
