using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Events;
using Infra.Local.Metrics;
using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Notifications;

/// <summary>What Private CA tells EventBridge and CloudWatch; user guide, "Monitor AWS Private CA with CloudWatch Events" and "CloudWatch metrics".</summary>
public sealed class AuthorityNotices(EventBus? events, MetricStore? metrics, TimeProvider clock)
{
    private const string Source = "aws.acm-pca";

    private const string Namespace = "AWS/ACMPrivateCA";

    /// <summary>The guide names no dimension; this one is seen in accounts.</summary>
    private const string Dimension = "PrivateCAArn";

    public void Created(string authorityArn) => Succeeded("ACM Private CA Creation", authorityArn);

    public void Issued(string authorityArn, string certificateArn) =>
        Succeeded("ACM Private CA Certificate Issuance", authorityArn, certificateArn);

    public void Revoked(string authorityArn, string certificateArn) =>
        Succeeded("ACM Private CA Certificate Revocation", authorityArn, certificateArn);

    /// <remarks>The guide shows this event after a revocation only; that a refresh brings it too is an assumption.</remarks>
    public void CrlWritten(CertificateAuthority authority)
    {
        Succeeded("ACM Private CA CRL Generation", authority.Arn);
        Count("CRLGenerated", authority);
    }

    public void CrlFailed(CertificateAuthority authority, AwsException failure)
    {
        var isMisconfigured = failure.StatusCode is 403 or 404;
        var reason = isMisconfigured
            ? "Failed to write CRL to S3. Check your S3 bucket permissions."
            : "Failed to write CRL to S3. Internal failure.";
        Publish("ACM Private CA CRL Generation", new JsonObject { ["result"] = "failure", ["reason"] = reason }, authority.Arn);
        if (isMisconfigured)
        {
            Count("MisconfiguredCRLBucket", authority);
        }
    }

    private void Succeeded(string detailType, params IReadOnlyList<string> resources) =>
        Publish(detailType, new JsonObject { ["result"] = "success" }, resources);

    private void Publish(string detailType, JsonObject detail, params IReadOnlyList<string> resources) =>
        events?.Publish(new BusEvent(Source, detailType, clock.GetUtcNow(), resources, detail));

    private void Count(string metric, CertificateAuthority authority) =>
        metrics?.Add(new Metric(Namespace, metric, Dimension, authority.Arn));
}
