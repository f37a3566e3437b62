namespace Infra.Local.Tests.CloudFormation;

/// <summary>A cloud assembly of two stacks in the shapes that the CDK writes, in a directory of its own.</summary>
internal sealed class CdkOutput : IDisposable
{
    public const string ObjectKey = "dbd7959e3abb97721dfe7f2ae14a4fc2849228b919d3cfdfbfc529026a06d193.zip";

    private const string AssetName = "asset.dbd7959e3abb97721dfe7f2ae14a4fc2849228b919d3cfdfbfc529026a06d193";

    /// <summary>What the default synthesizer adds to every template.</summary>
    private const string Bootstrap = """
        "Parameters": { "BootstrapVersion": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk-bootstrap/hnb659fds/version",
          "Description": "Version of the CDK Bootstrap resources in this environment, automatically retrieved from SSM Parameter Store. [cdk:skip]" } },
        "Rules": { "CheckBootstrapVersion": { "Assertions": [{
          "Assert": { "Fn::Not": [{ "Fn::Contains": [["1", "2", "3", "4", "5"], { "Ref": "BootstrapVersion" }] }] },
          "AssertDescription": "CDK bootstrap stack version 6 required. Please run 'cdk bootstrap' with a recent version of the CDK CLI." }] } }
        """;

    public CdkOutput()
    {
        Write("manifest.json", """
            { "version": "38.0.0", "artifacts": {
              "Authority.assets": { "type": "cdk:asset-manifest", "properties": { "file": "Authority.assets.json", "requiresBootstrapStackVersion": 6 } },
              "Authority": { "type": "aws:cloudformation:stack", "environment": "aws://111122223333/us-gov-west-1",
                "properties": { "templateFile": "Authority.template.json", "terminationProtection": false, "validateOnSynth": false },
                "dependencies": ["Distribution", "Authority.assets"], "displayName": "Authority" },
              "Distribution.assets": { "type": "cdk:asset-manifest", "properties": { "file": "Distribution.assets.json" } },
              "Distribution": { "type": "aws:cloudformation:stack", "environment": "aws://111122223333/us-gov-west-1",
                "properties": { "templateFile": "Distribution.template.json", "stackName": "CrlDistribution-local" },
                "dependencies": ["Distribution.assets"], "displayName": "Distribution" },
              "Tree": { "type": "cdk:tree", "properties": { "file": "tree.json" } } } }
            """);
        Write("Authority.assets.json", """{ "version": "38.0.0", "files": {}, "dockerImages": {} }""");
        Write("Distribution.assets.json", $$"""
            { "version": "38.0.0", "files": {
              "dbd7": { "source": { "path": "{{AssetName}}", "packaging": "zip" },
                "destinations": { "111122223333-us-gov-west-1": { "bucketName": "cdk-hnb659fds-assets-111122223333-us-gov-west-1",
                  "objectKey": "{{ObjectKey}}", "region": "us-gov-west-1" } } },
              "0bd9": { "source": { "path": "Distribution.template.json", "packaging": "file" },
                "destinations": { "111122223333-us-gov-west-1": { "bucketName": "b", "objectKey": "0bd9.json" } } } }, "dockerImages": {} }
            """);
        Write("Distribution.template.json", $$"""
            { "Description": "Delivers CRLs from a private bucket to clients inside the network.",
              "Resources": {
                "CrlBucket0D18AD95": { "Type": "Test::A", "UpdateReplacePolicy": "Retain", "DeletionPolicy": "Retain",
                  "Properties": { "Value": "the-bucket" }, "Metadata": { "aws:cdk:path": "Distribution/CrlBucket/Resource" } },
                "CrlResponderLogs727C0298": { "Type": "AWS::Logs::LogGroup", "Properties": { "RetentionInDays": 731 } },
                "CrlResponderRole9D90CBA4": { "Type": "AWS::IAM::Role", "Properties": {
                  "AssumeRolePolicyDocument": { "Statement": [
                    { "Action": "sts:AssumeRole", "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" } }], "Version": "2012-10-17" },
                  "ManagedPolicyArns": [{ "Fn::Join": ["", ["arn:", { "Ref": "AWS::Partition" }, ":iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]] }] } },
                "CrlResponderRoleDefaultPolicy5B3C": { "Type": "AWS::IAM::Policy", "Properties": {
                  "PolicyDocument": { "Statement": [
                    { "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Effect": "Allow",
                      "Resource": [{ "Fn::Join": ["", ["arn:", { "Ref": "AWS::Partition" }, ":s3:::", { "Fn::GetAtt": ["CrlBucket0D18AD95", "Value"] }, "/crl/*"]] }] },
                    { "Action": "s3:ListBucketVersions", "Condition": { "StringLike": { "s3:prefix": ["crl/*", "aia/*"] } }, "Effect": "Allow",
                      "Resource": { "Fn::Sub": "arn:${AWS::Partition}:s3:::${CrlBucket0D18AD95.Value}" } }], "Version": "2012-10-17" },
                  "PolicyName": "CrlResponderRoleDefaultPolicy5B3C", "Roles": [{ "Ref": "CrlResponderRole9D90CBA4" }] } },
                "CrlResponder94B4A65F": { "Type": "Test::B", "DependsOn": ["CrlResponderRoleDefaultPolicy5B3C", "CrlResponderRole9D90CBA4"],
                  "Properties": { "Code": { "S3Bucket": "b", "S3Key": "{{ObjectKey}}" }, "Role": { "Fn::GetAtt": ["CrlResponderRole9D90CBA4", "Arn"] },
                    "LoggingConfig": { "LogGroup": { "Ref": "CrlResponderLogs727C0298" } } } },
                "CDKMetadata": { "Type": "AWS::CDK::Metadata", "Properties": { "Analytics": "v2:deflate64:H4sI" }, "Condition": "CDKMetadataAvailable" } },
              "Conditions": { "CDKMetadataAvailable": { "Fn::Or": [
                { "Fn::Or": [{ "Fn::Equals": [{ "Ref": "AWS::Region" }, "af-south-1"] }, { "Fn::Equals": [{ "Ref": "AWS::Region" }, "us-east-1"] }] },
                { "Fn::Or": [{ "Fn::Equals": [{ "Ref": "AWS::Region" }, "us-gov-east-1"] }, { "Fn::Equals": [{ "Ref": "AWS::Region" }, "us-gov-west-1"] }] }] } },
              "Outputs": { "ExportsOutputRefCrlBucket0D18AD95D04D6487": { "Value": { "Ref": "CrlBucket0D18AD95" },
                "Export": { "Name": "CrlDistribution-local:ExportsOutputRefCrlBucket0D18AD95D04D6487" } } },
              {{Bootstrap}} }
            """);
        Write("Authority.template.json", $$"""
            { "Resources": { "AuthorityF9ED9032": { "Type": "Test::A", "DeletionPolicy": "RetainExceptOnCreate", "UpdateReplacePolicy": "Retain",
                "Properties": { "Value": { "Fn::ImportValue": "CrlDistribution-local:ExportsOutputRefCrlBucket0D18AD95D04D6487" } } } },
              "Outputs": { "CrlUrl": { "Value": { "Fn::Join": ["", ["http://x/crl/", { "Fn::Select": [1, { "Fn::Split": [":", { "Fn::GetAtt": ["AuthorityF9ED9032", "Arn"] }] }] }, ".crl"]] } } },
              {{Bootstrap}} }
            """);
        Asset = Directory.CreateDirectory(Path.Combine(Root.FullName, AssetName)).FullName;
    }

    public DirectoryInfo Root { get; } = Directory.CreateTempSubdirectory("cdk.out");

    /// <summary>The directory that is the function's code.</summary>
    public string Asset { get; }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Root.FullName, name), text);

    public void Dispose() => Root.Delete(recursive: true);
}
