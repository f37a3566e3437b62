using Amazon.CDK;
using Infra.Cdk.Configuration.Renewal;
using Infra.TrustManager.Settings;

namespace Infra.Cdk.Constructs;

/// <summary>How a CA is renewed, as the functions read it that do it or tell about it.</summary>
internal static class CaRenewalVariables
{
    public static Dictionary<string, string> Of(Stack stack, CaRenewalProps props)
    {
        var (terms, bucket) = (props.Terms, props.CrlBucket.BucketName);
        var variables = new Dictionary<string, string>
        {
            [TrustManagerVariables.CertificateAuthorityArn] = props.CertificateAuthorityArn,
            [TrustManagerVariables.CaRevocationProperties] = stack.ToJsonString(props.CaRevocationProperties),
            [TrustManagerVariables.RenewalMode] = terms.Renews ? RenewalSettings.Renew : RenewalSettings.Watch,
            [TrustManagerVariables.RenewBeforeDays] = $"{terms.RenewBeforeDays}",
            [TrustManagerVariables.PublishBucket] = bucket,
            [TrustManagerVariables.CaCertificateUrl] = props.CaCertificateUrl,
            [TrustManagerVariables.MemoryBucket] = bucket,
        };
        if (terms.ValidityYears is { } years)
        {
            variables[TrustManagerVariables.ValidityYears] = $"{years}";
        }

        if (terms.ParentArn is { } parent)
        {
            variables[TrustManagerVariables.ParentArn] = parent;
            if (terms.PathLength is { } pathLength)
            {
                variables[TrustManagerVariables.PathLength] = $"{pathLength}";
            }
        }

        if (terms is { Renews: true, AllowChanges: { } changes })
        {
            variables[TrustManagerVariables.AllowChanges] = changes;
        }

        return variables;
    }
}
