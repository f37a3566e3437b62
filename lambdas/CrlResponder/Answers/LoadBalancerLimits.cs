namespace Infra.CrlResponder.Answers;

/// <summary>What an Application Load Balancer takes from a Lambda target.</summary>
public static class LoadBalancerLimits
{
    /// <summary>Longest answer in bytes of JSON, envelope included; one more and clients get a 502 that nobody explains.</summary>
    /// <remarks>
    /// "The maximum size of the response JSON that the Lambda function can send is 1 MB" (Elastic Load Balancing, Application
    /// Load Balancers guide, "Lambda functions as targets", Limits). It is not said whether that is 10^6 or 2^20; the smaller
    /// is safe in both cases.
    /// </remarks>
    public const int MaxAnswerBytes = 1_000_000;
}
