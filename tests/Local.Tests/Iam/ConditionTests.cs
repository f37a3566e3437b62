namespace Infra.Local.Tests.Iam;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("StringEquals", "crl/", "crl/", true)]
    [InlineData("StringEquals", "crl/*", "crl/a", false)]
    [InlineData("StringEquals", "CRL/", "crl/", false)]
    [InlineData("StringNotEquals", "crl/", "aia/", true)]
    [InlineData("StringNotEquals", "crl/", "crl/", false)]
    [InlineData("StringEqualsIgnoreCase", "CRL/", "crl/", true)]
    [InlineData("StringNotEqualsIgnoreCase", "CRL/", "crl/", false)]
    [InlineData("StringLike", "crl/*", "crl/a", true)]
    [InlineData("StringLike", "crl/?", "crl/ab", false)]
    [InlineData("StringNotLike", "crl/*", "aia/a", true)]
    [InlineData("StringNotLike", "crl/*", "crl/a", false)]
    [InlineData("ArnLike", "arn:aws:acm-pca:*:111122223333:certificate-authority/*", "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1", true)]
    [InlineData("ArnEquals", "arn:aws:acm-pca:*:111122223333:certificate-authority/*", "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1", true)]
    [InlineData("ArnLike", "arn:*:certificate-authority/*:*:*:*", "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1", false)]
    [InlineData("ArnLike", "arn:aws:acm-pca:us-east-1:999988887777:*", "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1", false)]
    [InlineData("ArnLike", "arn:aws:s3:::*", "crl-bucket", false)]
    [InlineData("ArnNotLike", "arn:aws:s3:::crl-*", "arn:aws:s3:::crl-bucket", false)]
    [InlineData("ArnNotEquals", "arn:aws:s3:::crl-*", "arn:aws:s3:::other", true)]
    [InlineData("Bool", "true", "true", true)]
    [InlineData("Bool", "false", "true", false)]
    [InlineData("NumericEquals", "10", "10.0", true)]
    [InlineData("NumericNotEquals", "10", "10.0", false)]
    [InlineData("NumericLessThan", "10", "9", true)]
    [InlineData("NumericLessThan", "10", "10", false)]
    [InlineData("NumericLessThanEquals", "10", "10", true)]
    [InlineData("NumericGreaterThan", "10", "10", false)]
    [InlineData("NumericGreaterThanEquals", "10", "10", true)]
    [InlineData("NumericLessThan", "10", "few", false)]
    [InlineData("DateEquals", "2027-01-04T08:00:00Z", "1799049600", true)]
    [InlineData("DateNotEquals", "2027-01-04T08:00:00Z", "1799049600", false)]
    [InlineData("DateLessThan", "2027-01-05", "2027-01-04T08:00:00Z", true)]
    [InlineData("DateLessThanEquals", "2027-01-04T08:00:00Z", "2027-01-04T08:00:00Z", true)]
    [InlineData("DateGreaterThan", "2027-01-05", "2027-01-04T08:00:00Z", false)]
    [InlineData("DateGreaterThanEquals", "2027-01-04T08:00:00Z", "2027-01-04T08:00:00Z", true)]
    [InlineData("IpAddress", "10.0.0.0/8", "10.1.2.3", true)]
    [InlineData("IpAddress", "10.0.0.1", "10.0.0.2", false)]
    [InlineData("IpAddress", "2001:db8::/32", "2001:db8::1", true)]
    [InlineData("NotIpAddress", "10.0.0.0/8", "10.1.2.3", false)]
    [InlineData("ForAnyValue:StringEquals", "crl/", "crl/", true)]
    [InlineData("ForAllValues:StringLike", "crl/*", "aia/", false)]
    [InlineData("StringEqualsIfExists", "crl/", "aia/", false)]
    [InlineData("Null", "true", "anything", false)]
    [InlineData("Null", "false", "anything", true)]
    public void An_operator_compares_the_request_with_the_policy(string @operator, string policyValue, string requestValue, bool holds) =>
        Assert.Equal(holds, Holds(@operator, $"\"{policyValue}\"", ("x:key", requestValue)));

    [Theory]
    [InlineData("StringEquals", "a", false)]
    [InlineData("StringLike", "*", false)]
    [InlineData("StringNotEquals", "a", true)]
    [InlineData("StringNotLike", "*", true)]
    [InlineData("ArnLike", "arn:aws:s3:::*", false)]
    [InlineData("ArnNotLike", "arn:aws:s3:::*", true)]
    [InlineData("Bool", "false", false)]
    [InlineData("NumericLessThan", "1.2", false)]
    [InlineData("NumericNotEquals", "1", true)]
    [InlineData("DateLessThan", "2027-01-05", false)]
    [InlineData("IpAddress", "0.0.0.0/0", false)]
    [InlineData("NotIpAddress", "10.0.0.0/8", true)]
    [InlineData("StringEqualsIfExists", "a", true)]
    [InlineData("BoolIfExists", "true", true)]
    [InlineData("ForAllValues:StringEquals", "a", true)]
    [InlineData("ForAnyValue:StringEquals", "a", false)]
    [InlineData("ForAnyValue:StringNotEquals", "a", false)]
    [InlineData("ForAnyValue:StringLikeIfExists", "a", true)]
    [InlineData("Null", "true", true)]
    [InlineData("Null", "false", false)]
    public void A_key_that_the_request_does_not_have_matches_no_value(string @operator, string policyValue, bool holds) =>
        Assert.Equal(holds, Holds(@operator, $"\"{policyValue}\""));

    [Fact]
    public void One_value_that_matches_is_enough()
    {
        Assert.True(Holds("StringEquals", """["a", "b"]""", ("x:key", "b")));
        Assert.False(Holds("StringNotEquals", """["a", "b"]""", ("x:key", "b")));
    }

    [Fact]
    public void Every_key_of_every_operator_must_hold()
    {
        const string Both = """{ "StringEquals": { "x:key": "a", "x:other": "b" }, "Bool": { "aws:SecureTransport": "true" } }""";

        Assert.True(HoldsAll(Both, ("x:key", "a"), ("x:other", "b")));
        Assert.False(HoldsAll(Both, ("x:key", "a")));
    }

    [Fact]
    public void Keys_ignore_case() => Assert.True(Holds("StringEquals", "\"a\"", ("X:KEY", "a")));

    [Fact]
    public void Numbers_and_booleans_of_the_policy_need_no_quotes()
    {
        Assert.True(Holds("NumericLessThan", "1.2", ("x:key", "1.1")));
        Assert.True(Holds("Bool", "false", ("x:key", "false")));
    }

    [Fact]
    public void A_variable_in_a_condition_gets_the_value_of_the_request() =>
        Assert.True(Holds("StringEquals", "\"${aws:PrincipalAccount}\"", ("x:key", "111122223333")));

    [Fact]
    public void The_loopback_endpoint_counts_as_tls()
    {
        const string OnlyTls = """
            { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "s3:*", "Resource": "*",
              "Condition": { "Bool": { "aws:SecureTransport": "false" } } }
            """;
        const string OnlyTls12 = """
            { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "s3:*", "Resource": "*",
              "Condition": { "NumericLessThan": { "s3:TlsVersion": 1.2 } } }
            """;

        Assert.True(Some.Decide(Some.Request(Some.Administrator), resource: $"[{OnlyTls}, {OnlyTls12}]").IsAllowed);
    }

    [Theory]
    [InlineData("111122223333", "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/*", true)]
    [InlineData("999988887777", "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/*", false)]
    [InlineData("111122223333", "arn:aws:acm-pca:us-west-2:111122223333:certificate-authority/*", false)]
    public void A_service_is_known_by_the_account_and_the_resource_that_it_acts_for(string account, string source, bool allowed)
    {
        var statement = $$"""
            { "Effect": "Allow", "Principal": { "Service": "acm-pca.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "*",
              "Condition": { "StringEquals": { "aws:SourceAccount": "{{account}}" }, "ArnLike": { "aws:SourceArn": "{{source}}" } } }
            """;

        Assert.Equal(allowed, Some.Decide(Some.Request(Some.PrivateCa, "s3:PutObject"), resource: statement).IsAllowed);
    }

    private static bool Holds(string @operator, string policyValues, params (string Key, string Value)[] context) =>
        HoldsAll($$"""{ "{{@operator}}": { "x:key": {{policyValues}} } }""", context);

    private static bool HoldsAll(string conditions, params (string Key, string Value)[] context) => Some.Decide(
        Some.Request(context: context),
        identity: $$"""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {{conditions}} }""").IsAllowed;
}
