using Infra.Local.Account;
using Infra.Local.Iam;
using Infra.Local.Iam.Decisions;
using Infra.Local.Iam.Policies;
using Infra.Local.Iam.Roles;

namespace Infra.Local.Tests.Iam;

/// <summary>Valid values.</summary>
internal static class Some
{
    public const string Object = "arn:aws:s3:::crl-bucket/crl/ca.crl";

    public static AwsAccount Account { get; } = new("111122223333", "us-east-1");

    public static TimeProvider Time { get; } = new FixedTime(new DateTimeOffset(2027, 1, 4, 8, 0, 0, TimeSpan.Zero));

    public static Principal Role { get; } = new Principal.Role("arn:aws:iam::111122223333:role/responder", "111122223333");

    public static Principal Administrator { get; } = new Principal.Administrator("111122223333");

    public static Principal PrivateCa { get; } = new Principal.Service(
        "acm-pca.amazonaws.com", "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/11111111", "111122223333");

    public static Principal Anonymous { get; } = new Principal.Anonymous();

    public static AccessRequest Request(
        Principal? principal = null, string action = "s3:GetObject", string resource = Object, params (string Key, string Value)[] context) =>
        new(principal ?? Role, action, resource) { Context = context.ToDictionary(pair => pair.Key, pair => pair.Value) };

    public static PolicyDocument Policy(string statement, PolicyKind kind = PolicyKind.Identity) =>
        PolicyDocument.Parse($$"""{ "Version": "2012-10-17", "Statement": {{statement}} }""", kind);

    public static IdentityStore Identities() => new(Account, Time);

    /// <summary>What one statement on the role and one on the resource come to.</summary>
    public static AccessDecision Decide(AccessRequest request, string? identity = null, string? resource = null) => PolicyEvaluation.Decide(
        request,
        RequestKeys.Of(request, Account, Time.GetUtcNow()),
        identity is null ? [] : [Policy(identity)],
        resource is null ? null : Policy(resource, PolicyKind.Resource));
}
