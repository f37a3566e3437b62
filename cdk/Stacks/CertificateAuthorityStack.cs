using Amazon.CDK;
using Constructs;
using Infra.Cdk.Constructs;

namespace Infra.Cdk.Stacks;

/// <summary>The certificate authority, which publishes its CRLs through a <see cref="CrlDistributionStack"/>.</summary>
/// <remarks>
/// AWS Private CA also checks that whoever creates the CA can write to the bucket: the role that CloudFormation runs as needs
/// <c>s3:GetBucketAcl</c>, <c>s3:GetBucketLocation</c>, <c>s3:PutObject</c> and <c>s3:PutObjectAcl</c> on it. The role that
/// <c>cdk bootstrap</c> makes has them, unless it was given narrower policies.
/// </remarks>
public sealed class CertificateAuthorityStack : Stack
{
    public CertificateAuthorityStack(Construct scope, string id, CertificateAuthorityStackProps props)
        : base(scope, id, props)
    {
        var authority = new RootCertificateAuthority(this, "Authority", new RootCertificateAuthorityProps
        {
            Settings = props.Settings,
            CrlBucket = props.CrlBucket,
            CrlHost = props.CrlHost,
            CustomPath = props.CustomPath,
        });

        Output("CertificateAuthorityArn", authority.Arn, "The certificate authority.");
        if (props.CustomPath is { } path)
        {
            Output("CrlUrlPrefix", $"http://{props.CrlHost}/{path}/", "What the URL of every partition's CRL begins with.");
        }
        else
        {
            Output("CrlUrl", $"http://{props.CrlHost}/crl/{authority.AuthorityId}.crl", "URL of the CRL, as certificates name it.");
        }
    }

    private void Output(string name, string value, string description) =>
        _ = new CfnOutput(this, name, new CfnOutputProps { Value = value, Description = description });
}
