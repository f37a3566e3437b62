using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Infra.Cdk.Constructs;

/// <summary>Lets an attached function reach AWS over HTTPS, and nobody reach the function.</summary>
public sealed class FunctionSecurityGroup : Construct
{
    public FunctionSecurityGroup(Construct scope, string id, string vpcId)
        : base(scope, id) =>
        GroupId = new CfnSecurityGroup(this, "Resource", new CfnSecurityGroupProps
        {
            VpcId = vpcId,
            GroupDescription = "CRL function to S3",
            SecurityGroupEgress = new object[]
            {
                // S3 has no fixed addresses; the subnets' route table and its S3 endpoint decide where this can lead.
                new CfnSecurityGroup.EgressProperty
                {
                    Description = "HTTPS to S3", IpProtocol = "tcp", FromPort = 443, ToPort = 443, CidrIp = "0.0.0.0/0",
                },
            },
        }).AttrGroupId;

    public string GroupId { get; }
}
