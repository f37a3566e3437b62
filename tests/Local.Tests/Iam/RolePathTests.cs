using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Iam.Resources;

namespace Infra.Local.Tests.Iam;

public sealed class RolePathTests
{
    /// <summary>Denies writing to all but the roles of one path.</summary>
    private const string Protection = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "*" },
            { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "s3:PutObject",
              "Resource": "arn:aws:s3:::crl-bucket/*",
              "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/infra/local/*" } } }
          ]
        }
        """;

    private readonly Infra.Local.Iam.Roles.IdentityStore _identities = Some.Identities();

    private RoleResource RoleType => new(_identities, Some.Account);

    private AccessControl Control => new(_identities, Some.Account, Some.Time);

    [Theory]
    [InlineData(null, "arn:aws:iam::111122223333:role/")]
    [InlineData("/", "arn:aws:iam::111122223333:role/")]
    [InlineData("/infra/local/", "arn:aws:iam::111122223333:role/infra/local/")]
    public async Task The_path_is_part_of_a_roles_arn(string? path, string arn)
    {
        var role = await CreateAsync(path);

        Assert.Equal(arn + role.PhysicalId, role.Attributes["Arn"].ToString());
    }

    [Theory]
    [InlineData("infra/")]
    [InlineData("/infra")]
    [InlineData("")]
    [InlineData("/infra local/")]
    public async Task A_path_begins_and_ends_with_a_slash(string path) =>
        Assert.Equal("ValidationError", (await Assert.ThrowsAsync<AwsException>(() => CreateAsync(path))).Code);

    [Fact]
    public async Task A_path_has_at_most_512_characters()
    {
        await CreateAsync($"/{new string('x', 510)}/");

        await Assert.ThrowsAsync<AwsException>(() => CreateAsync($"/{new string('x', 511)}/"));
    }

    [Fact]
    public void A_role_with_another_path_is_another_role() =>
        Assert.True(RoleType.MustReplace(Properties("/infra/local/"), Properties("/infra/other/")));

    [Theory]
    [InlineData("/infra/local/", true)]
    [InlineData("/infra/local/functions/", true)]
    [InlineData("/infra/local-rotation/", false)]
    [InlineData("/", false)]
    public async Task A_session_of_a_role_is_known_by_the_path_of_the_role(string path, bool allowed)
    {
        var role = await CreateAsync(path);
        var key = _identities.CredentialsFor(role.Attributes["Arn"].ToString(), "lambda.amazonaws.com", "session").AccessKeyId;

        Assert.Equal(allowed, MayWrite(_identities.PrincipalFor(key)));
    }

    [Fact]
    public void Principals_without_a_role_of_the_path_are_denied() => Assert.All(
        [Some.Administrator, Some.PrivateCa, Some.Anonymous], principal => Assert.False(MayWrite(principal)));

    private bool MayWrite(Principal principal)
    {
        try
        {
            Control.Demand(Some.Request(principal, "s3:PutObject"), Protection);
            return true;
        }
        catch (AwsException denied)
        {
            Assert.Contains("explicit deny in a resource-based policy", denied.Message, StringComparison.Ordinal);
            return false;
        }
    }

    private Task<DeployedResource> CreateAsync(string? path) => RoleType.CreateAsync(
        new ResourceContext(
            "Stack",
            "arn:aws:cloudformation:us-east-1:111122223333:stack/Stack/1",
            "Role",
            new Dictionary<string, string>()),
        Properties(path),
        default);

    private static JsonObject Properties(string? path)
    {
        var properties = JsonNode.Parse("""
            {
              "AssumeRolePolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [{
                  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "lambda.amazonaws.com" }
                }]
              }
            }
            """)!.AsObject();
        if (path is not null)
        {
            properties["Path"] = path;
        }

        return properties;
    }
}
