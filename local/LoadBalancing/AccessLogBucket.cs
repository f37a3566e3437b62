using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.S3;

namespace Infra.Local.LoadBalancing;

/// <summary>Writes what the service writes when access logs are switched on, so that a wrong bucket policy fails the deployment.</summary>
internal sealed class AccessLogBucket(AwsAccount account, IObjectWriter objects)
{
    /// <exception cref="AwsException"><c>InvalidConfigurationRequest</c> when the bucket does not take it.</exception>
    public async Task TestAsync(string loadBalancerArn, LoadBalancerAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.AccessLogBucket is not { } bucket)
        {
            return;
        }

        var prefix = attributes.AccessLogPrefix;
        if (prefix.Contains("AWSLogs", StringComparison.Ordinal))
        {
            throw new AwsException(
                "ValidationError", $"access_logs.s3.prefix is {prefix}; it must not contain AWSLogs, which the service adds itself.");
        }

        var key = $"{(prefix.Length == 0 ? "" : $"{prefix}/")}AWSLogs/{account.Id}/ELBAccessLogTestFile";
        var delivery = new Principal.Service("logdelivery.elasticloadbalancing.amazonaws.com", loadBalancerArn, account.Id);
        try
        {
            var text = $"Enable AccessLog for ELB: {loadBalancerArn}";
            await objects.PutAsync(bucket, key, System.Text.Encoding.UTF8.GetBytes(text), delivery, cancellationToken);
        }
        catch (AwsException e)
        {
            throw new AwsException(
                "InvalidConfigurationRequest",
                $"Access Denied for bucket: {bucket}. Please check S3bucket permission: {e.Message} The policy must let {delivery.Name} "
                + $"put {key}.");
        }
    }
}
