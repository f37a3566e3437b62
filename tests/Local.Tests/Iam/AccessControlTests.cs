using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Iam.Resources;
using Infra.Local.Iam.Roles;

namespace Infra.Local.Tests.Iam;

public sealed class AccessControlTests
{
    private const string Trust = """
        { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "lambda.amazonaws.com" } }] }
        """;

    private readonly IdentityStore _identities = Some.Identities();

    private AccessControl Control => new(_identities, Some.Account, Some.Time);

    [Fact]
    public async Task A_denied_call_says_who_may_not_do_what_where_and_why()
    {
        var role = await CreateRoleAsync();
        var request = new AccessRequest(new Principal.Role(ArnOf(role), "111122223333"), "s3:GetObject", Some.Object);

        var error = Assert.Throws<AwsException>(() => Control.Demand(request));

        Assert.Equal(("AccessDenied", 403), (error.Code, error.StatusCode));
        Assert.Equal(
            $"User: {ArnOf(role)} is not authorized to perform: s3:GetObject on resource: {Some.Object} "
            + "because no identity-based policy allows the s3:GetObject action",
            error.Message);
    }

    [Fact]
    public async Task A_policy_of_its_own_on_a_role_counts_until_it_is_deleted()
    {
        var role = await CreateRoleAsync();
        var principal = new Principal.Role(ArnOf(role), "111122223333");
        var policy = new PolicyResource(_identities);
        var properties = Json($$"""
            { "PolicyName": "read", "Roles": ["{{role.PhysicalId}}"],
              "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] } }
            """);

        var deployed = await policy.CreateAsync(Context("Policy"), properties, default);
        Control.Demand(Some.Request(principal));
        await policy.DeleteAsync(Context("Policy"), deployed, properties, default);

        Assert.Throws<AwsException>(() => Control.Demand(Some.Request(principal)));
    }

    [Fact]
    public async Task A_managed_policy_of_aws_counts()
    {
        var role = await CreateRoleAsync(
            """ "ManagedPolicyArns": ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"] """);

        Control.Demand(Some.Request(new Principal.Role(ArnOf(role), "111122223333"), "logs:PutLogEvents", "arn:aws:logs:us-east-1:111122223333:log-group:x"));
    }

    [Fact]
    public async Task A_managed_policy_that_is_not_known_is_listed_and_allows_nothing()
    {
        const string Unknown = """ "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"] """;
        var role = await CreateRoleAsync(Unknown);

        var listed = RoleType.NotEmulated(RoleProperties(Unknown));

        Assert.Equal(["ManagedPolicyArns: arn:aws:iam::aws:policy/AdministratorAccess allows nothing here"], listed);
        Assert.Throws<AwsException>(() => Control.Demand(Some.Request(new Principal.Role(ArnOf(role), "111122223333"))));
    }

    [Fact]
    public async Task A_service_gets_the_credential_of_a_role_that_trusts_it()
    {
        var role = await CreateRoleAsync();

        var credentials = _identities.CredentialsFor(ArnOf(role), "lambda.amazonaws.com", "function");

        Assert.StartsWith("ASIA", credentials.AccessKeyId, StringComparison.Ordinal);
        Assert.Equal(20, credentials.AccessKeyId.Length);
        Assert.Equal(credentials, _identities.CredentialsFor(ArnOf(role), "lambda.amazonaws.com", "function"));
        Assert.Equal(
            new Principal.Role(ArnOf(role), "111122223333") { Session = "function" },
            _identities.PrincipalFor(credentials.AccessKeyId));
    }

    [Fact]
    public async Task A_service_that_the_role_does_not_trust_gets_no_credential()
    {
        var role = await CreateRoleAsync();

        var error = Assert.Throws<AwsException>(() => _identities.CredentialsFor(ArnOf(role), "events.amazonaws.com", "function"));

        Assert.Contains("events.amazonaws.com is not authorized to perform: sts:AssumeRole", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_does_not_exist_has_no_credential() =>
        Assert.Equal("NoSuchEntity", Assert.Throws<AwsException>(() => _identities.CredentialsFor("arn:aws:iam::111122223333:role/x", "lambda.amazonaws.com", "function")).Code);

    [Fact]
    public void Unknown_keys_are_the_administrator_and_no_key_is_nobody()
    {
        Assert.Equal(Some.Administrator, _identities.PrincipalFor("AKIAIOSFODNN7EXAMPLE"));
        Assert.Equal(Some.Anonymous, _identities.PrincipalFor(null));
    }

    [Fact]
    public async Task The_key_of_a_deleted_role_allows_nothing()
    {
        var role = await CreateRoleAsync();
        var key = _identities.CredentialsFor(ArnOf(role), "lambda.amazonaws.com", "function").AccessKeyId;

        await RoleType.DeleteAsync(Context("Role"), role, RoleProperties(), default);

        Assert.Throws<AwsException>(() => Control.Demand(Some.Request(_identities.PrincipalFor(key))));
    }

    [Fact]
    public async Task A_role_with_policies_of_other_resources_cannot_be_deleted()
    {
        var role = await CreateRoleAsync();
        var managed = new ManagedPolicyResource(_identities, Some.Account);
        await managed.CreateAsync(
            Context("Managed"),
            Json($$"""
                { "Roles": ["{{role.PhysicalId}}"],
                  "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] } }
                """),
            default);

        var error = await Assert.ThrowsAsync<AwsException>(() => RoleType.DeleteAsync(Context("Role"), role, RoleProperties(), default));

        Assert.Equal("DeleteConflict", error.Code);
    }

    [Fact]
    public async Task An_updated_role_keeps_what_other_resources_put_on_it()
    {
        var role = await CreateRoleAsync();
        await new PolicyResource(_identities).CreateAsync(
            Context("Policy"),
            Json($$"""
                { "PolicyName": "read", "Roles": ["{{role.PhysicalId}}"],
                  "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] } }
                """),
            default);

        await RoleType.UpdateAsync(Context("Role"), role, RoleProperties(), RoleProperties(""" "Description": "reads CRLs" """), default);

        Control.Demand(Some.Request(new Principal.Role(ArnOf(role), "111122223333")));
    }

    private RoleResource RoleType => new(_identities, Some.Account);

    private Task<DeployedResource> CreateRoleAsync(string? more = null) => RoleType.CreateAsync(Context("Role"), RoleProperties(more), default);

    private static JsonObject RoleProperties(string? more = null) =>
        Json($$"""{ "AssumeRolePolicyDocument": {{Trust}} {{(more is null ? "" : $", {more}")}} }""");

    private static string ArnOf(DeployedResource role) => role.Attributes["Arn"].ToString();

    private static ResourceContext Context(string logicalId) =>
        new("Stack", "arn:aws:cloudformation:us-east-1:111122223333:stack/Stack/1", logicalId, new Dictionary<string, string>());

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
