using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Infra.Cdk.Constructs;

/// <summary>Opens port 80 of the load balancer to the clients' networks, and nothing else in either direction.</summary>
public sealed class ClientSecurityGroup : Construct
{
    /// <summary>
    /// A rule that no packet meets. Without any rule EC2 adds one that allows everything out, and an empty list counts as
    /// without.
    /// </summary>
    private static readonly CfnSecurityGroup.EgressProperty NothingOut = new()
    {
        Description = "Nothing: the load balancer calls Lambda outside the VPC",
        IpProtocol = "icmp",
        FromPort = 252,
        ToPort = 86,
        CidrIp = "255.255.255.255/32",
    };

    public ClientSecurityGroup(Construct scope, string id, string vpcId, IEnumerable<string> clientCidrs)
        : base(scope, id) =>
        GroupId = new CfnSecurityGroup(this, "Resource", new CfnSecurityGroupProps
        {
            VpcId = vpcId,
            GroupDescription = "CRL clients to the internal load balancer",
            SecurityGroupIngress = clientCidrs.Select(FromClients).ToArray(),
            SecurityGroupEgress = new object[] { NothingOut },
        }).AttrGroupId;

    public string GroupId { get; }

    private static object FromClients(string cidr) => new CfnSecurityGroup.IngressProperty
    {
        Description = "CRL clients",
        IpProtocol = "tcp",
        FromPort = 80,
        ToPort = 80,
        CidrIp = cidr,
    };
}
