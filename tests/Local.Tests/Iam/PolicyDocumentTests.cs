using Infra.Local.Endpoint;
using Infra.Local.Iam.Policies;

namespace Infra.Local.Tests.Iam;

public sealed class PolicyDocumentTests
{
    private const string Identity = "\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"";

    [Theory]
    [InlineData("""{ "Effect": "Allow", "Action": "s3:GetObject" }""", "neither Resource nor NotResource")]
    [InlineData("""{ "Effect": "Allow", "Resource": "*" }""", "neither Action nor NotAction")]
    [InlineData("""{ "Effect": "allow", "Action": "*", "Resource": "*" }""", "'allow' is neither Allow nor Deny")]
    [InlineData("""{ "Effect": "Allow", "Action": "GetObject", "Resource": "*" }""", "'GetObject' is neither * nor a service and an action")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "NotAction": "s3:*", "Resource": "*" }""", "both Action and NotAction")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "crl-bucket" }""", "'crl-bucket' is neither * nor an ARN")]
    [InlineData("""{ "Effect": "Allow", "Action": [], "Resource": "*" }""", "at least one value")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": { "Ref": "B" } }""", "is not a string")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Principal": "*" }""", "the role is the principal")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Conditions": {} }""", "unknown element 'Conditions'")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringIs": { "a:b": "c" } } }""", "'StringIs'")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "BinaryEquals": { "a:b": "c" } } }""", "'BinaryEquals'")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "NullIfExists": { "a:b": "true" } } }""", "'NullIfExists'")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "Bool": { "a:b": "yes" } } }""", "'yes' is not true or false")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "NumericEquals": { "a:b": "x" } } }""", "'x' is not a number")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "DateEquals": { "a:b": "x" } } }""", "'x' is not an ISO 8601 date")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "IpAddress": { "a:b": "10.0.0.0/33" } } }""", "'10.0.0.0/33' is not an IP")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "ArnLike": { "a:b": "ca-1" } } }""", "'ca-1' is not an ARN")]
    [InlineData("[]", "at least one statement")]
    public void A_policy_that_cannot_be_evaluated_is_refused_by_name(string statement, string problem)
    {
        var error = Assert.Throws<AwsException>(() => Some.Policy(statement));

        Assert.Equal("MalformedPolicyDocument", error.Code);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"Federated\": \"cognito-identity.amazonaws.com\" }", "'Federated' are not emulated")]
    [InlineData("{ \"AWS\": \"responder\" }", "'responder' is neither")]
    [InlineData("{ \"AWS\": \"arn:aws:iam::111122223333:role/*\" }", "is neither")]
    [InlineData("{ \"Service\": \"*\" }", "not a service principal")]
    [InlineData("\"everyone\"", "neither \"*\" nor an object")]
    [InlineData("{}", "neither \"*\" nor an object")]
    public void A_principal_that_cannot_be_evaluated_is_refused_by_name(string principal, string problem)
    {
        var error = Assert.Throws<AwsException>(() => Some.Policy($$"""{ {{Identity}}, "Principal": {{principal}} }""", PolicyKind.Resource));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_on_a_resource_must_name_a_principal() =>
        Assert.Throws<AwsException>(() => Some.Policy($$"""{ {{Identity}} }""", PolicyKind.Resource));

    [Fact]
    public void Text_that_is_not_json_is_refused() =>
        Assert.Throws<AwsException>(() => PolicyDocument.Parse("{", PolicyKind.Identity));

    [Fact]
    public void A_policy_of_the_old_version_has_no_variables()
    {
        var old = PolicyDocument.Parse($$"""{ "Statement": { {{Identity}} } }""", PolicyKind.Identity);

        Assert.False(old.HasVariables);
        Assert.True(Some.Policy($$"""{ {{Identity}} }""").HasVariables);
    }
}
