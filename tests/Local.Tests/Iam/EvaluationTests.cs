namespace Infra.Local.Tests.Iam;

public sealed class EvaluationTests
{
    private const string AllowRead = """{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::crl-bucket/*" }""";
    private const string DenyRead = """{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" }""";
    private const string AllowEveryoneToRead = """{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" }""";
    private const string DenyEveryoneToRead = """{ "Sid": "Nobody", "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "s3:*", "Resource": "*" }""";

    [Fact]
    public void A_role_may_do_what_its_policy_allows() =>
        Assert.True(Some.Decide(Some.Request(), identity: AllowRead).IsAllowed);

    [Fact]
    public void A_role_may_do_what_the_policy_of_the_resource_allows() =>
        Assert.True(Some.Decide(Some.Request(), resource: AllowEveryoneToRead).IsAllowed);

    [Fact]
    public void A_role_without_an_allowing_policy_is_denied()
    {
        var decision = Some.Decide(Some.Request(action: "s3:PutObject"), identity: AllowRead);

        Assert.Equal("because no identity-based policy allows the s3:PutObject action", decision.Because);
    }

    [Fact]
    public void A_deny_on_the_role_wins_over_every_allow()
    {
        var decision = Some.Decide(Some.Request(), identity: $"[{AllowRead}, {DenyRead}]", resource: AllowEveryoneToRead);

        Assert.Equal("with an explicit deny in an identity-based policy", decision.Because);
    }

    [Fact]
    public void A_deny_on_the_resource_wins_over_every_allow()
    {
        var decision = Some.Decide(Some.Request(), identity: AllowRead, resource: $"[{AllowEveryoneToRead}, {DenyEveryoneToRead}]");

        Assert.Equal("with an explicit deny in a resource-based policy (statement 'Nobody')", decision.Because);
    }

    [Fact]
    public void The_administrator_needs_no_policy() => Assert.True(Some.Decide(Some.Request(Some.Administrator)).IsAllowed);

    [Fact]
    public void The_administrator_is_bound_by_a_deny_on_the_resource() =>
        Assert.False(Some.Decide(Some.Request(Some.Administrator), resource: DenyEveryoneToRead).IsAllowed);

    [Fact]
    public void Services_and_unsigned_requests_need_the_policy_of_the_resource()
    {
        Assert.False(Some.Decide(Some.Request(Some.PrivateCa)).IsAllowed);
        Assert.False(Some.Decide(Some.Request(Some.Anonymous)).IsAllowed);
        Assert.True(Some.Decide(Some.Request(Some.Anonymous), resource: AllowEveryoneToRead).IsAllowed);
    }

    [Theory]
    [InlineData("\"*\"", true, true, true, true)]
    [InlineData("{ \"AWS\": \"*\" }", true, true, true, true)]
    [InlineData("{ \"AWS\": \"arn:aws:iam::111122223333:role/responder\" }", true, false, false, false)]
    [InlineData("{ \"AWS\": [\"arn:aws:iam::111122223333:role/other\"] }", false, false, false, false)]
    [InlineData("{ \"Service\": \"acm-pca.amazonaws.com\" }", false, true, false, false)]
    [InlineData("{ \"Service\": \"lambda.amazonaws.com\", \"AWS\": \"999988887777\" }", false, false, false, false)]
    [InlineData("{ \"AWS\": \"arn:aws:iam::111122223333:root\" }", false, false, false, true)]
    public void An_allow_is_for_the_principals_that_it_names(string principal, bool role, bool service, bool anonymous, bool administrator)
    {
        var statement = $$"""{ "Effect": "Allow", "Principal": {{principal}}, "Action": "s3:GetObject", "Resource": "*" }""";

        Assert.Equal(role, Some.Decide(Some.Request(), resource: statement).IsAllowed);
        Assert.Equal(service, Some.Decide(Some.Request(Some.PrivateCa), resource: statement).IsAllowed);
        Assert.Equal(anonymous, Some.Decide(Some.Request(Some.Anonymous), resource: statement).IsAllowed);
        Assert.Equal(administrator, NamesAdministrator(principal));
    }

    [Theory]
    [InlineData("\"111122223333\"")]
    [InlineData("\"arn:aws:iam::111122223333:root\"")]
    [InlineData("\"arn:aws:iam::111122223333:role/responder\"")]
    public void A_deny_of_the_account_is_a_deny_of_each_of_its_roles(string principal)
    {
        var statement = $$"""{ "Effect": "Deny", "Principal": { "AWS": {{principal}} }, "Action": "s3:GetObject", "Resource": "*" }""";

        Assert.False(Some.Decide(Some.Request(), identity: AllowRead, resource: statement).IsAllowed);
    }

    [Fact]
    public void A_deny_with_not_principal_spares_whom_it_names()
    {
        const string Statement = """
            { "Effect": "Deny", "NotPrincipal": { "Service": "acm-pca.amazonaws.com" }, "Action": "s3:GetObject", "Resource": "*" }
            """;

        Assert.True(Some.Decide(Some.Request(Some.PrivateCa), resource: $"[{AllowEveryoneToRead}, {Statement}]").IsAllowed);
        Assert.False(Some.Decide(Some.Request(), resource: $"[{AllowEveryoneToRead}, {Statement}]").IsAllowed);
    }

    [Theory]
    [InlineData("s3:GetObject", true)]
    [InlineData("S3:getobject", true)]
    [InlineData("s3:Get*", true)]
    [InlineData("s3:GetObjec?", true)]
    [InlineData("s3:GetObject?", false)]
    [InlineData("*", true)]
    [InlineData("s3:GetObjectVersion", false)]
    [InlineData("sts:GetObject", false)]
    public void Actions_have_wildcards_and_ignore_case(string action, bool allowed) =>
        Assert.Equal(allowed, Allows($$"""{ "Effect": "Allow", "Action": ["{{action}}"], "Resource": "*" }"""));

    [Theory]
    [InlineData("arn:aws:s3:::crl-bucket/crl/ca.crl", true)]
    [InlineData("arn:aws:s3:::crl-bucket/crl/*", true)]
    [InlineData("arn:aws:s3:::*.crl", true)]
    [InlineData("arn:aws:s3:::crl-bucket/crl/c?.crl", true)]
    [InlineData("arn:aws:s3:::CRL-bucket/*", false)]
    [InlineData("arn:aws:s3:::crl-bucket", false)]
    [InlineData("arn:aws:s3:::crl-bucket/crl/", false)]
    public void Resources_have_wildcards_and_mind_case(string resource, bool allowed) =>
        Assert.Equal(allowed, Allows($$"""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "{{resource}}" }"""));

    [Theory]
    [InlineData("s3:GetObject", false)]
    [InlineData("s3:Put*", true)]
    public void Not_action_is_about_every_other_action(string action, bool allowed) =>
        Assert.Equal(allowed, Allows($$"""{ "Effect": "Allow", "NotAction": "{{action}}", "Resource": "*" }"""));

    [Theory]
    [InlineData("arn:aws:s3:::crl-bucket/*", false)]
    [InlineData("arn:aws:s3:::other/*", true)]
    public void Not_resource_is_about_every_other_resource(string resource, bool allowed) =>
        Assert.Equal(allowed, Allows($$"""{ "Effect": "Allow", "Action": "s3:GetObject", "NotResource": "{{resource}}" }"""));

    [Theory]
    [InlineData("arn:aws:s3:::${aws:PrincipalAccount}/*", "arn:aws:s3:::111122223333/ca.crl", true)]
    [InlineData("arn:aws:s3:::${AWS:principalaccount}/*", "arn:aws:s3:::111122223333/ca.crl", true)]
    [InlineData("arn:aws:s3:::${aws:PrincipalTag/team}/*", "arn:aws:s3:::team/ca.crl", false)]
    [InlineData("arn:aws:s3:::${aws:PrincipalTag/team, 'none'}/*", "arn:aws:s3:::none/ca.crl", true)]
    [InlineData("arn:aws:s3:::b/${s3:prefix}", "arn:aws:s3:::b/anything", false)]
    [InlineData("arn:aws:s3:::b/${s3:prefix}", "arn:aws:s3:::b/*", true)]
    [InlineData("arn:aws:s3:::b/${*}", "arn:aws:s3:::b/x", false)]
    public void Variables_in_resources_get_the_values_of_the_request_and_never_act_as_wildcards(string resource, string asked, bool allowed)
    {
        var request = Some.Request(resource: asked, context: ("s3:prefix", "*"));

        var decision = Some.Decide(request, identity: $$"""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "{{resource}}" }""");

        Assert.Equal(allowed, decision.IsAllowed);
    }

    private static bool Allows(string identity) => Some.Decide(Some.Request(), identity).IsAllowed;

    /// <summary>A deny shows whom a statement is about, since the administrator needs no allow.</summary>
    private static bool NamesAdministrator(string principal) => !Some.Decide(
        Some.Request(Some.Administrator),
        resource: $$"""{ "Effect": "Deny", "Principal": {{principal}}, "Action": "s3:GetObject", "Resource": "*" }""").IsAllowed;
}
