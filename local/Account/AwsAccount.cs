namespace Infra.Local.Account;

/// <summary>The one account and Region that the local AWS plays.</summary>
/// <param name="Id">Twelve digits.</param>
/// <param name="Region">For example <c>us-gov-west-1</c>.</param>
public sealed record AwsAccount(string Id, string Region)
{
    /// <summary>First part of every ARN: <c>aws</c>, or <c>aws-us-gov</c> in GovCloud Regions.</summary>
    public string Partition => Region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";

    /// <summary>An ARN of this account and Region, such as <c>arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/…</c>.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Id}:{resource}";

    /// <summary>An ARN of a service that has no Regions, such as <c>arn:aws:iam::111122223333:role/…</c>.</summary>
    public string GlobalArn(string service, string resource) => $"arn:{Partition}:{service}::{Id}:{resource}";
}
