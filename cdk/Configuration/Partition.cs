namespace Infra.Cdk.Configuration;

/// <summary>The partitions of AWS that environments may name. Templates take theirs from the CDK; this only checks input.</summary>
public static class Partition
{
    /// <summary>The partitions, as the CDK wants them listed to look up what differs between Regions.</summary>
    public static readonly string[] All = ["aws", "aws-us-gov"];

    /// <summary>Second part of every ARN of the Region.</summary>
    public static string Of(string region) => region.StartsWith("us-gov-", StringComparison.Ordinal) ? All[1] : All[0];
}
