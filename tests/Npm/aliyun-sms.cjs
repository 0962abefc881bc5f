// Aliyun's own SDK sends and asks, against a stand-in that checks its signature as ours would be checked.
const Dysmsapi = require('@alicloud/dysmsapi20170525');
const { $OpenApiUtil } = require('@alicloud/openapi-core');
const { endpoint, keyId, secret, send, query } = require('./input.cjs')();

(async () => {
  const client = new Dysmsapi.default(new $OpenApiUtil.Config({
    accessKeyId: keyId, accessKeySecret: secret, endpoint, protocol: 'HTTP',
  }));
  const sent = await client.sendSms(new Dysmsapi.SendSmsRequest(send));
  const details = await client.querySendDetails(new Dysmsapi.QuerySendDetailsRequest(query));
  process.stdout.write(JSON.stringify({
    code: sent.body.code, bizId: sent.body.bizId,
    details: details.body.smsSendDetailDTOs.smsSendDetailDTO.map(({ outId, phoneNum }) => ({ outId, phoneNum })),
  }));
})();
