namespace Infra.TrustManager.CustomResources;

/// <summary>The way back to CloudFormation.</summary>
public interface IAnswerChannel
{
    /// <summary>Sends an answer; tries again within its time, and does not throw when that does not help.</summary>
    /// <param name="within">Time for all attempts together.</param>
    Task<Delivery> SendAsync(CustomResourceAnswer answer, TimeSpan within);
}
